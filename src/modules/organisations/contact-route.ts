import { contactName, isAbsent, topicText, type ContactPoint, type ContactTopic } from './contact.ts';
import { germanDay } from '#lib/text/german.ts';

/** Nobody lands nowhere: who answers a question, found step by step, each with the reason why. */

export const routeSteps = ['topic', 'deputy', 'general', 'people', 'network', 'office'] as const;
export type RouteStep = (typeof routeSteps)[number];

/** The office of a network that helps where an organisation names nobody. */
export type HelpingNetwork = {
	id: string;
	slug: string;
	name: string;
	contactName: string | null;
	contactEmail: string;
	/** How it has to do with the organisation: belongs to it, is accompanied by it, or it works for the whole state. */
	by: 'member' | 'accompanied' | 'state';
};

export type ContactRoute = { step: RouteStep; why: string; point: ContactPoint | null; network: HelpingNetwork | null };

export type RouteQuestion = {
	/** The name of the organisation that is asked. */
	owner: string;
	/** Its contact points, as far as whoever asks may see or use them. */
	points: ContactPoint[];
	topic: ContactTopic | null;
	/** ISO day in Germany. */
	today: string;
	/** Whether somebody there can be reached who is not shown: people with seats, contact points that are not public. */
	hasPeople: boolean;
	networks: HelpingNetwork[];
	/** Only what a mail reaches. */
	byMail?: boolean;
};

type Found = { point: ContactPoint; away: ContactPoint[] };

/** The point itself, or whoever steps in for it; a chain of deputies ends where it bites its tail. */
function present(point: ContactPoint, { points, today, byMail = false }: RouteQuestion): Found | null {
	const away: ContactPoint[] = [];
	let here: ContactPoint | undefined = point;
	while (here && !away.includes(here)) {
		if (!isAbsent(here, today) && (!byMail || here.email)) return { point: here, away };
		away.push(here);
		const { deputyId }: ContactPoint = here;
		here = points.find(({ id }) => id === deputyId);
	}
	return null;
}

const awayText = (point: ContactPoint): string =>
	`${contactName(point)} ist ${point.absentUntil ? `bis ${germanDay(point.absentUntil)}` : 'zurzeit'} nicht da`;

function firstPresent(points: ContactPoint[], question: RouteQuestion, why: string): ContactRoute | null {
	for (const one of points) {
		const found = present(one, question);
		if (!found) continue;
		const { point, away } = found;
		const [first] = away;
		if (!first) return { step: one.topics.length && question.topic ? 'topic' : 'general', why, point, network: null };
		const absent = isAbsent(first, question.today);
		return {
			step: 'deputy',
			why: absent ? `${awayText(first)}. Die Vertretung antwortet.` : 'Vertritt die zuständige Stelle.',
			point,
			network: null
		};
	}
	return null;
}

function withinOrganisation(question: RouteQuestion): ContactRoute | null {
	const { points, topic, owner } = question;
	const general = points.filter(({ topics }) => !topics.length);
	const fitting = topic ? points.filter(({ topics }) => topics.includes(topic)).sort((a, b) => a.topics.length - b.topics.length) : [];
	const others = points.filter((point) => point.topics.length && !fitting.includes(point));
	const asked = topic ? `„${topicText(topic)}“` : '';
	return (
		firstPresent(fitting, question, `Zuständig für ${asked}.`) ??
		firstPresent(
			general,
			question,
			topic && others.length ? `Für ${asked} nennt ${owner} niemanden eigens. Diese Stelle nimmt alles an.` : 'Nimmt alle Fragen an.'
		) ??
		asGeneral(
			firstPresent(
				others,
				question,
				topic ? `Für ${asked} nennt ${owner} niemanden. Diese Stelle gibt weiter.` : 'Gibt weiter, wenn es um anderes geht.'
			)
		)
	);
}

const asGeneral = (route: ContactRoute | null): ContactRoute | null =>
	route && { ...route, step: route.step === 'topic' ? 'general' : route.step };

const byText: Record<HelpingNetwork['by'], (network: string, owner: string) => string> = {
	member: (network, owner) => `${owner} gehört zu „${network}“, dessen Büro hilft weiter.`,
	accompanied: (network, owner) => `„${network}“ begleitet ${owner} und hilft weiter.`,
	state: (network) => `„${network}“ ist für dieses Land da und hilft weiter.`
};

/** Why nobody of the organisation itself answers. */
function silence({ points, owner, today }: RouteQuestion): string {
	if (!points.length) return `${owner} zeigt hier noch keine Ansprechperson.`;
	return points.every((point) => isAbsent(point, today))
		? `Bei ${owner} ist zurzeit niemand da.`
		: `Bei ${owner} ist so niemand zu erreichen.`;
}

/**
 * Topic and organisation → who answers: the fitting contact point, its deputy when absent, else one that takes everything, else the organisation's
 * own people, else the office of a network it has to do with, else the office of this installation. There is always an answer, and it says why.
 */
export function routeContact(question: RouteQuestion): ContactRoute {
	const own = withinOrganisation(question);
	if (own) return own;
	const { owner, hasPeople } = question;
	const none = silence(question);
	if (hasPeople) return { step: 'people', why: `${none} Eine Nachricht erreicht trotzdem jemanden von dort.`, point: null, network: null };
	const rank = ['member', 'accompanied', 'state'];
	const [network] = [...question.networks].sort((a, b) => rank.indexOf(a.by) - rank.indexOf(b.by));
	if (network) return { step: 'network', why: `${none} ${byText[network.by](network.name, owner)}`, point: null, network };
	return { step: 'office', why: `${none} Das Netzwerkbüro dieser Plattform fragt nach.`, point: null, network: null };
}
