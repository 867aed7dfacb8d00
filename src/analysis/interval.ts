// Says how far a share found in a sample can be trusted.

/** The 97.5th percentile of the standard normal distribution. */
const z = 1.959963984540054;

/**
 * The 95 % Wilson interval of a share.
 *
 * (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n), with p = hits / n.
 * @param hits - 0 ≤ hits ≤ n
 * @param n - the size of the sample, > 0
 * @returns the lower and upper end, both in [0, 1]
 * @source E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22, 1927.
 * @example shareInterval(0, 100).map((end) => Math.round(end * 1000)) // => [0, 37]
 */
export function shareInterval(hits: number, n: number): readonly [number, number] {
  const share = hits / n;
  const middle = share + z ** 2 / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  const scale = 1 + z ** 2 / n;
  // The share itself lies within, whatever rounding does at 0 and 1.
  return [
    Math.max(0, Math.min(share, (middle - half) / scale)),
    Math.min(1, Math.max(share, (middle + half) / scale)),
  ];
}
