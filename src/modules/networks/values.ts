import { dayAfter } from '#lib/calendar.ts';

/** Whether an organisation stands behind the values in the version that holds. */
export type ValuesStanding = 'none' | 'current' | 'older' | 'overdue';

export const defaultValuesDays = 90;

type Asked = {
	/** The version that the organisation confirmed, the one that holds, and since when (ISO day). */
	confirmed: number | null;
	latest: number | null;
	since: string | null;
	/** How long a new version may wait to be confirmed, in days. */
	days: number;
	today: string;
};

/** An older confirmation stays what it is; after the set time it is marked, and nobody is dropped for it. */
export function valuesStanding({ confirmed, latest, since, days, today }: Asked): ValuesStanding {
	if (latest === null) return 'none';
	if (confirmed === latest) return 'current';
	if (!since) return 'older';
	const due = dayAfter(since, days);
	return due < today ? 'overdue' : 'older';
}

/** As everybody reads it beside a partner. */
export function valuesText({ confirmed, latest }: Pick<Asked, 'confirmed' | 'latest'>, standing: ValuesStanding): string | null {
	if (standing === 'none') return null;
	if (standing === 'current') return `hat Fassung ${latest} der Werte bestätigt`;
	const before = confirmed === null ? 'hat die Werte noch nicht bestätigt' : `hat Fassung ${confirmed} der Werte bestätigt`;
	return standing === 'older' ? `${before}; Fassung ${latest} liegt zur Bestätigung` : `${before}; Fassung ${latest} steht noch aus`;
}
