import type { FrozenCondition } from '#modules/procedures/frozen.ts';
import type { Finding } from './forms.ts';
import type { CandidateState } from './judging.ts';
import { momentText } from '#lib/text/berlin.ts';

/** The first check: what is there, what is missing, and what has to be settled before anybody scores. */

export type Checked = {
	number: number;
	state: CandidateState;
	hiddenAt: Date | null;
	/** Null: nobody has looked at it yet. */
	checkedAt: Date | null;
	findings: ReadonlyMap<string, Finding>;
	/** Dates that still run. */
	runningUntil: Date | null;
};

/** What a concept is called after its findings: valid once every condition is met. */
export function stateAfter(
	conditions: readonly Pick<FrozenCondition, 'id'>[],
	{ findings, runningUntil }: Pick<Checked, 'findings' | 'runningUntil'>
): CandidateState {
	if (runningUntil) return 'supplement';
	return conditions.every(({ id }) => findings.get(id) === 'met') ? 'valid' : 'unchecked';
}

/** What keeps one concept from being settled, as a sentence, or null. */
function whyOpen(
	{ number, state, hiddenAt, checkedAt, findings, runningUntil }: Checked,
	conditions: readonly FrozenCondition[],
	isBlind: boolean
): string | null {
	if (state === 'excluded') return null;
	if (runningUntil) return `Konzept ${number}: Die Frist zum Nachreichen läuft bis ${momentText(runningUntil)}.`;
	const open = conditions.filter(({ id }) => findings.get(id) !== 'met');
	if (open.length)
		return `Konzept ${number}: „${open.map(({ title }) => title).join('“, „')}“ ${open.length === 1 ? 'ist' : 'sind'} nicht als erfüllt geprüft. Bitte prüfen, nachfordern oder ausschließen.`;
	if (!checkedAt) return `Konzept ${number} ist noch nicht geprüft.`;
	return isBlind && !hiddenAt ? `Konzept ${number}: Es ist noch nicht durchgesehen, was beim ersten Lesen verborgen bleibt.` : null;
}

/** Everything that stands against scoring, as sentences. */
export function whyNotAdmit(
	all: readonly Checked[],
	{ conditions, isBlind }: { conditions: readonly FrozenCondition[]; isBlind: boolean }
): string[] {
	if (!all.some(({ state }) => state !== 'excluded'))
		return ['Es ist kein Konzept zugelassen. Ohne Konzept gibt es nichts zu werten; das Verfahren lässt sich mit Begründung aufheben.'];
	return all.flatMap((one) => whyOpen(one, conditions, isBlind) ?? []);
}
