import { expect, test } from 'vitest';
import { historyAreas, historyQuery, noHistoryFilter, readHistoryFilter } from './history-filter.ts';

const read = (query: string) => readHistoryFilter(new URLSearchParams(query), historyAreas);

test('a filter is an address, and what it does not know is no filter', () => {
	const filter = read('bereich=menschen&wer=Oskar&von=2026-11-01&bis=2026-11-30&im_auftrag=ja');
	expect(filter).toEqual({ area: 'menschen', by: 'Oskar', from: '2026-11-01', to: '2026-11-30', onBehalf: true });
	expect(read(historyQuery(filter))).toEqual(filter);
	expect(read('bereich=constructor&von=gestern&bis=2026-13-45&im_auftrag=vielleicht')).toEqual(noHistoryFilter);
	expect(historyQuery(noHistoryFilter)).toBe('');
});
