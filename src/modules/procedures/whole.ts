import { leavesOf, type Criteria } from './criteria.ts';
import { kindRules, type DecidingBody, type Kind } from './procedure.ts';
import { missingRoles, type Member } from './roles.ts';
import { findingsOf, type Timeline } from './timeline.ts';
import { whyNotWeights } from './weights.ts';

type Draft = {
	procedure: { kind: Kind; decidingBody: DecidingBody; goal: string; handIn: string; mandate: string | null; timeline: Timeline };
	house: { isMunicipal: boolean };
	criteria: Criteria;
	members: readonly Member[];
	/** ISO day. */
	today: string;
};

/** What a draft lacks before it can be called finished, as sentences with the page that helps. */
export type Missing = { text: string; page: '' | 'kriterien' | 'zeitplan' | 'beteiligte' };

function missingCriteria({ procedure: { kind }, criteria }: Draft): string[] {
	const { hasCriteria } = kindRules[kind];
	const leaves = leavesOf(criteria);
	const sum = hasCriteria ? whyNotWeights(leaves.map(({ weight }) => weight)) : null;
	const bare = hasCriteria ? leaves.filter(({ levels }) => levels.length < 2).length : 0;
	return [
		...(sum ? [sum] : []),
		...(bare ? [bare === 1 ? 'Ein Kriterium hat keine beschriebenen Stufen.' : `${bare} Kriterien haben keine beschriebenen Stufen.`] : []),
		...(kind === 'expression_of_interest' && !criteria.eligibility.length
			? ['Es gibt noch keine Bedingung, an der sich die Eignung zeigt.']
			: [])
	];
}

export function missingOf(draft: Draft): Missing[] {
	const { procedure, house, members, today } = draft;
	const { kind, decidingBody: body, goal, handIn, mandate, timeline } = procedure;
	const at = (page: Missing['page'], texts: readonly string[]) => texts.map((text) => ({ text, page }));
	const errors = findingsOf(kind, timeline, today).filter((finding) => finding.kind === 'error');
	return [
		...at('', goal ? [] : ['Das Ziel ist noch nicht beschrieben.']),
		...at('', handIn ? [] : ['Es steht noch nicht da, wo und wie man sich bewirbt.']),
		...at('', house.isMunicipal || mandate ? [] : ['Der Auftrag der Eigentümer:in ist noch nicht festgehalten.']),
		...at('kriterien', missingCriteria(draft)),
		...at(
			'zeitplan',
			errors.map(({ message }) => message)
		),
		...at('beteiligte', missingRoles({ kind, body, members }))
	];
}
