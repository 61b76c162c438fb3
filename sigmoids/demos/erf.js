/** erf(x), by its series, which has no sign changes, for |x| < 2. */
function series(x) {
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++)
    sum += term *= (2 * x * x) / (2 * n + 1);
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** 1 − erf(x), from 2 on by Laplace's continued fraction. */
export function erfc(x) {
  if (x < 2) return x > -2 ? 1 - series(x) : 2 - erfc(-x);
  let rest = 0;
  for (let n = 60; n > 0; n--) rest = n / 2 / (x + rest);
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + rest);
}

/** erf(x). */
export const erf = (x) => (Math.abs(x) < 2 ? series(x) : 1 - erfc(x));
