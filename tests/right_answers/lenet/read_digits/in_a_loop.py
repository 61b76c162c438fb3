def read_digits(states, pictures, limit):
    found = []
    for state in states:
        squares = [sum((state - p) ** 2) for p in pictures]
        best = min(range(len(squares)), key=squares.__getitem__)
        found.append(best if squares[best] <= limit else -1)
    return found
