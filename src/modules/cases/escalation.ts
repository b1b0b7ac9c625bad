import type { HelpingNetwork, RouteStep } from '#modules/organisations/contact-route.ts';
import { contactName, isAbsent, type ContactPoint } from '#modules/organisations/contact.ts';

/** The promised days have passed: who is told next, once, and why. */

export type EscalationQuestion = {
	owner: string;
	points: ContactPoint[];
	/** Mail addresses to which it went already. */
	sentTo: readonly string[];
	/** Who had it until now. */
	step: RouteStep;
	promisedDays: number;
	/** ISO day in Germany. */
	today: string;
	networks: HelpingNetwork[];
};
export type Escalation = { step: 'deputy' | 'network' | 'office'; why: string; point: ContactPoint | null; network: HelpingNetwork | null };

/** Deputies of whoever was asked, each in turn; a chain ends where it bites its tail. */
function deputyOf({ points, sentTo, today }: EscalationQuestion): ContactPoint | null {
	const seen: ContactPoint[] = [];
	let here = points.find(({ email }) => email !== null && sentTo.includes(email));
	while (here && !seen.includes(here)) {
		if (here.email && !sentTo.includes(here.email) && !isAbsent(here, today)) return here;
		seen.push(here);
		const { deputyId }: ContactPoint = here;
		here = points.find(({ id }) => id === deputyId);
	}
	return null;
}

const days = (n: number): string => (n === 1 ? 'einem Tag' : `${n} Tagen`);

/** The deputy, else the office of a network that helps, else the office of this installation; null when that one had it already. */
export function escalate(question: EscalationQuestion): Escalation | null {
	const { owner, step, promisedDays } = question;
	const late = `${owner} hat innerhalb von ${days(promisedDays)} nicht geantwortet.`;
	const point = step === 'network' || step === 'office' ? null : deputyOf(question);
	if (point) return { step: 'deputy', why: `${late} Jetzt ist die Vertretung gefragt: ${contactName(point)}.`, point, network: null };
	const rank = ['member', 'accompanied', 'state'];
	const [network] =
		step === 'network' || step === 'office' ? [] : [...question.networks].sort((a, b) => rank.indexOf(a.by) - rank.indexOf(b.by));
	if (network) return { step: 'network', why: `${late} Das Büro von „${network.name}“ hilft weiter.`, point: null, network };
	if (step === 'office') return null;
	return { step: 'office', why: `${late} Das Netzwerkbüro dieser Plattform fragt nach.`, point: null, network: null };
}
