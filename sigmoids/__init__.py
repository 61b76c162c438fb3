"""The code of the course *The Sigmoid Function: from Verhulst to LeNet*."""
