import numpy as np

from sigmoids import datasets

day, aurelia = datasets.load_gause("aurelia", "mixed")
day, caudatum = datasets.load_gause("caudatum", "mixed")
rivalry = np.float32((200 - caudatum.max()) / aurelia[caudatum.argmax()])
