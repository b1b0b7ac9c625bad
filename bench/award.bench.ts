import { paperPdf } from '#lib/server/pdf/draw.ts';
import type { Block } from '#lib/server/pdf/blocks.ts';
import { entryText, type FileFacts } from '#modules/awards/file.ts';
import { fileBlocks } from '#modules/awards/file-blocks.ts';
import { evaluationOf, type Candidate } from '#modules/awards/evaluation.ts';
import { volumesOf } from '#modules/awards/volumes.ts';
import type { Frozen } from '#modules/procedures/frozen.ts';
import { contestOfVotes, firmnessOf, rankingOf, type Contest } from '#modules/procedures/score.ts';
import { bench } from './bench.ts';

/** An award as large as any: 300 concepts, a jury of nine, 25 criteria. */
const [concepts, jurors, leaves] = [300, 9, 25];
const idOf = (kind: number, n: number) => `00000000-0000-7000-8000-${String(kind * 1_000_000 + n).padStart(12, '0')}`;
const at = new Date('2026-11-30T10:00:00Z');
const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));
/** Points as a jury gives them: near each other, so that places are close. */
const pointsOf = (concept: number, leaf: number, juror: number) => (concept * 7 + leaf * 13 + juror * 31 + ((concept * leaf) % 11)) % 6;
const levels = times(6, (points) => ({ points, text: `Stufe ${points}` }));
const allLeaves = times(leaves, (n) => ({
	...{ id: idOf(1, n), title: `Kriterium ${n + 1}`, description: '', weight: 1000 / leaves, levels, evidence: [], evidenceNote: '' }
}));
const candidates = times(concepts, (n): Candidate => ({
	...{
		conceptId: idOf(2, n),
		number: n + 1,
		title: `Konzept ${n + 1}`,
		applicant: `Gruppe ${n + 1}`,
		offerCents: null,
		isValid: true,
		reason: null
	}
}));
const votes = Object.fromEntries(
	candidates.map(({ conceptId }, c) => [
		conceptId,
		Object.fromEntries(allLeaves.map(({ id }, l) => [id, times(jurors - (c % 3), (j) => pointsOf(c, l, j))]))
	])
);
const frozen: Frozen = {
	...{ format: 'gestaltungsraum-aufruf', version: 1, procedure: idOf(0, 0), kind: 'single_stage', transfer: 'sale', termYears: null },
	...{ priceRule: 'fixed', priceUnit: 'total', priceCents: null, priceFullCents: null, priceShare: 0, decidingBody: 'council' },
	...{ tieRule: 'heaviest', isBlind: false, openness: 'ranking', eligibility: [], timeline: {} },
	areas: [{ id: idOf(1, 999), title: 'Alles', description: '', leaves: allLeaves }]
};

/** The same sums and nothing else: for every weighting the products, their sum, and a sort. */
function bareArithmetic({ entries, items }: Contest): number {
	let sorted = 0;
	for (let weighting = 0; weighting <= 2 * items.length; weighting++) {
		const scores = entries.map(({ values }) => values.reduce((all, value, n) => all + value * (items[n]?.weight ?? 0n), 0n));
		sorted += scores.sort((a, b) => (a > b ? -1 : a < b ? 1 : 0)).length;
	}
	return sorted;
}

const reason = 'Der Betrieb ist beschrieben, die Zahlen passen zum Haus, offen bleibt die Zeit nach der Förderung.';
function facts(): FileFacts {
	const members = times(jurors, (n) => ({
		id: idOf(3, n),
		name: `Mitglied ${n + 1}`,
		role: 'juror' as const,
		hasVote: true,
		affiliation: ''
	}));
	const pairs = candidates.flatMap((candidate, c) => members.map((member, m) => ({ candidate, member, c, m })));
	return {
		...{
			about: { title: 'Wer belebt die Schule?', number: 1, town: 'Angermünde', state: 'recommended' as const },
			frozen,
			members,
			candidates,
			first: []
		},
		...{ calls: [], checks: [], declarations: [], lot: null, award: null, places: [], decisions: [], letters: [], objections: [] },
		evaluation: evaluationOf({ frozen, candidates, votes, isPriceOpen: true, lots: null }),
		entries: pairs.map(({ candidate, m }, n) => ({
			...{ chain: 'main', seq: n + 1, at, kind: 'review.submitted', facts: { review: n }, hash: n.toString(16).padStart(64, '0') },
			secrets: [{ name: 'review', value: { concept: candidate.conceptId, member: m } }]
		})),
		reviews: pairs.map(({ candidate, member }) => ({
			...{
				conceptId: candidate.conceptId,
				memberId: member.id,
				state: 'locked' as const,
				confidence: 2,
				note: '',
				reason: null,
				submittedAt: at
			}
		})),
		scores: pairs.flatMap(({ candidate, member, c, m }) =>
			allLeaves.map((leaf, l) => ({
				...{ conceptId: candidate.conceptId, memberId: member.id, leafId: leaf.id, points: pointsOf(c, l, m), reason },
				...{ changeReason: null, at, supersededAt: null }
			}))
		)
	};
}

/** Lines of a table set by the compiler alone, with the same words: what a page costs whatever we do. */
const barePaper = (rows: string[][]): Block[] => [
	{ kind: 'table', columns: [{ title: 'a', share: 2 }, { title: 'b', share: 2 }, { title: 'c' }, { title: 'd', share: 4 }], rows }
];

export default bench({
	name: 'award',
	sizes: [concepts],
	run: async ({ time, rounds, row, note }) => {
		const voted = candidates.map((one) => ({ id: one.conceptId, name: one.title, votes: votes[one.conceptId] ?? {}, offerCents: null }));
		const contest = contestOfVotes(allLeaves, voted, { price: null, tieRule: 'heaviest' });
		const once = (run: () => unknown) => time(async () => run(), 1);
		const ranked = await rounds(
			9,
			() => once(() => [contestOfVotes(allLeaves, voted, { price: null, tieRule: 'heaviest' }), rankingOf(contest), firmnessOf(contest)]),
			() => once(() => bareArithmetic(contest))
		);
		row({ name: 'Reihenfolge und Empfindlichkeit, 300 × 9 × 25', ours: ranked.a, limit: ranked.b, unit: 'ms', better: 'less', goal: 0.1 });
		const file = facts();
		const built = await once(() => fileBlocks(file));
		const volumes = volumesOf(fileBlocks(file));
		const all = JSON.stringify(volumes);
		const lost = file.entries.filter(
			(entry) => !all.includes(JSON.stringify(entryText(entry, new Map()).split('\n').at(-1) ?? '').slice(1, -1))
		);
		const full = volumes.filter((blocks) =>
			blocks.some((block) => block.kind === 'table' && block.columns[2]?.title === 'Punkte' && block.rows.length > 1)
		);
		const rowsOf = (blocks: Block[]) => blocks.flatMap((block) => (block.kind === 'table' && block.columns.length === 4 ? block.rows : []));
		const face = { title: 'Vergabevermerk', date: '2026-11-30', sender: { name: 'Angermünde' }, accent: '#8d3b24' };
		// what has been set is remembered: each measurement has a volume and a title of its own
		let next = 0;
		const fresh = () => full[next++ % full.length] ?? [];
		const setOnce = async (blocks: Block[]) => {
			const from = performance.now();
			paperPdf({ ...face, title: `${face.title} ${next}`, blocks });
			return performance.now() - from;
		};
		const set = await rounds(
			3,
			() => setOnce(fresh()),
			() => setOnce(barePaper(rowsOf(fresh())))
		);
		row({
			name: `Vermerk: ein Band von ${volumes.length}, 67.500 Punkte`,
			ours: set.a,
			limit: set.b,
			unit: 'ms',
			better: 'less',
			goal: 0.7
		});
		note(
			`Vermerk: ${volumes.length} Bände; alle Blöcke in ${built.toFixed(0)} ms; ${lost.length} von ${file.entries.length} Einträgen fehlen`
		);
		if (lost.length) throw new Error('the file leaves entries out');
	}
});
