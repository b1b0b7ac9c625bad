/** What a verification found, in plain German. */
export type Finding = { code: string; text: string };
export type Outcome = 'proven' | 'broken' | 'unreadable';
export type Report = {
	/** `broken`: at least one thing does not hold; `unreadable`: it is no record that this program understands. */
	outcome: Outcome;
	/** What holds. */
	proven: Finding[];
	/** What does not hold. */
	broken: Finding[];
	/** What this cannot say. */
	open: Finding[];
	counts: { main: number; box: number; heads: number };
};

export const headlines: Record<Outcome, string> = {
	proven: 'Die Akte ist unversehrt.',
	broken: 'Die Akte ist nicht in Ordnung.',
	unreadable: 'Das lässt sich nicht lesen.'
};

/** Collects findings; of what repeats itself only the first few are said. */
export function collector() {
	const report: Report = { outcome: 'proven', proven: [], broken: [], open: [], counts: { main: 0, box: 0, heads: 0 } };
	const many = new Map<string, number>();
	const shown = 5;
	return {
		report,
		proven: (code: string, text: string) => void report.proven.push({ code, text }),
		open: (code: string, text: string) => void report.open.push({ code, text }),
		broken: (code: string, text: string) => {
			report.outcome = 'broken';
			const times = (many.get(code) ?? 0) + 1;
			many.set(code, times);
			if (times <= shown) report.broken.push({ code, text });
		},
		/** The report, with how often the rest repeated itself. */
		finish: (): Report => {
			for (const [code, times] of many)
				if (times > shown) report.broken.push({ code, text: `Und dasselbe noch ${(times - shown).toLocaleString('de-DE')} Mal.` });
			return report;
		}
	};
}
export type Collector = ReturnType<typeof collector>;

export function unreadable(code: string, text: string): Report {
	return { outcome: 'unreadable', proven: [], broken: [{ code, text }], open: [], counts: { main: 0, box: 0, heads: 0 } };
}
