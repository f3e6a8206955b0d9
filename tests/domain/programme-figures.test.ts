import { bandOf, startOfBand } from '../../api/domain/programme-figures.ts';

describe('the stretches of balances', () => {
  it('follow each other without a gap, each an eighth of its start wide at most', () => {
    for (let band = 0; band < 300; band += 1) {
      const [start, next] = [startOfBand(band), startOfBand(band + 1)];
      expect([bandOf(start), bandOf(next - 1n), bandOf(next)]).toEqual([band, band, band + 1]);
      if (band >= 16) expect((next - start) * 8n).toBeLessThanOrEqual(start);
    }
  });
});
