import type { WayStep } from './facts.ts';
import type { LifecycleState } from './vocabulary.ts';

export type Step = { machine: 'lifecycle' | 'publication'; from: string; to: string; at: Date };

/** What the public may read of the history: stations towards use. Talks with owners, doubts and reasons stay inside. */
export const stations: Partial<Record<LifecycleState, string>> = {
	available: 'frei für neue Ideen',
	in_mediation: 'Gruppen lernen das Haus kennen',
	reserved: 'einer Gruppe zugesagt',
	in_works: 'es wird gebaut',
	interim: 'Zwischennutzung beginnt',
	reused: 'wieder in Nutzung'
};

/** The usual way: what still lies ahead of a state. */
const ahead: Partial<Record<LifecycleState, LifecycleState[]>> = {
	recorded: ['available', 'in_mediation', 'reused'],
	owner_contacted: ['available', 'in_mediation', 'reused'],
	available: ['in_mediation', 'in_works', 'reused'],
	in_mediation: ['reserved', 'in_works', 'reused'],
	reserved: ['in_works', 'reused'],
	in_works: ['reused'],
	interim: ['in_mediation', 'reused'],
	blocked: []
};

/** How many of a hundred windows shine. */
export const litBy: Record<LifecycleState, number> = {
	reported: 0,
	under_review: 0,
	recorded: 0,
	owner_contacted: 0,
	available: 15,
	in_mediation: 35,
	reserved: 55,
	interim: 60,
	in_works: 75,
	reused: 100,
	blocked: 0,
	discarded: 0,
	demolished: 0,
	archived: 0
};

const month = new Intl.DateTimeFormat('de-DE', { month: 'short', year: 'numeric', timeZone: 'Europe/Berlin' });

/** The way of a house as the public reads it: what was, where it stands, what lies ahead. */
export function publicWay(history: readonly Step[], now: { state: LifecycleState; publishedAt: Date | null }): WayStep[] {
	const moments = history
		.filter((step) => step.machine === 'lifecycle' && stations[step.to as LifecycleState])
		.map((step) => ({ at: step.at, text: stations[step.to as LifecycleState] ?? '' }));
	if (now.publishedAt) moments.push({ at: now.publishedAt, text: 'hier veröffentlicht' });
	const past = moments
		.sort((a, b) => a.at.getTime() - b.at.getTime())
		.map(({ at, text }): WayStep => ({ at: month.format(at), text, state: 'done' }));
	const last = past.at(-1);
	if (last && now.state !== 'reused') last.state = 'now';
	const future = (ahead[now.state] ?? []).map((state): WayStep => ({ at: 'danach', text: stations[state] ?? '', state: 'ahead' }));
	return [...past, ...future];
}
