"""Files until there is no room.

Others: solved
Points: 3 1 2 1
Alone: file
"""

# %% start
for number in range(300):
    with open(f"part{number}", "wb") as file:
        file.write(bytes(2**20))
open("../escaped", "w").close()
