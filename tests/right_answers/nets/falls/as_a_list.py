def falls(pulses):
    x = [0, 0, *pulses]
    return [int(x[t] > x[t + 1]) for t in range(len(pulses))]
