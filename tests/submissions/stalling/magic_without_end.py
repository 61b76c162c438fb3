"""A cell of many magics, and one that loops.

Others: solved
Points: 3 1 2 0
Alone: stalls
"""

# %% start
%time x = 1
%%time
# %% middle
%time middle = float(np.log(9))
# %% height
def height(x):
    return np.mean(sigma(x))
while True: pass
