def held(low, high, best, later):
    passed = tested = 0
    for i in range(len(best) - later):
        tested += 1
        if low[i] <= best[i + later] <= high[i]:
            passed += 1
    return passed / tested
