import { leavesOf, type Criteria } from './criteria.ts';
import { missingOfGrant, type Grant } from './grant.ts';
import { missingOfPartner, type Partner } from './partner.ts';
import { hasOwner } from './policy.ts';
import { isDirect, kindRules, type DecidingBody, type Kind, type State } from './procedure.ts';
import { missingRoles, type Member } from './roles.ts';
import { findingsOf, type Timeline } from './timeline.ts';
import { whyNotWeights } from './weights.ts';

type Draft = {
	procedure: {
		kind: Kind;
		decidingBody: DecidingBody;
		goal: string;
		handIn: string;
		mandate: string | null;
		timeline: Timeline;
		priceCents?: number | null;
		state?: State;
		releasedAt?: Date | null;
	};
	house: { isMunicipal: boolean; ownerPersonId?: string | null };
	/** The terms of a room grant; left out where they were asked for before. */
	grant?: Grant | null;
	/** The group of a direct match; the same. */
	partner?: Partner | null;
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

/** The owner's word to what is finished: it is asked for once there is something to say yes to. */
const missingWord = ({ procedure: { state, releasedAt }, house }: Draft): string[] =>
	state === 'ready' && hasOwner(house) && !releasedAt ? ['Wem das Haus gehört, hat den fertigen Entwurf noch nicht freigegeben.'] : [];

export function missingOf(draft: Draft): Missing[] {
	const { procedure, house, members, today, grant, partner } = draft;
	const { kind, decidingBody: body, goal, handIn, mandate, timeline } = procedure;
	const at = (page: Missing['page'], texts: readonly string[]) => texts.map((text) => ({ text, page }));
	const errors = findingsOf(kind, timeline, today).filter((finding) => finding.kind === 'error');
	return [
		...at('', goal ? [] : ['Das Ziel ist noch nicht beschrieben.']),
		...at('', handIn || isDirect(kind) ? [] : ['Es steht noch nicht da, wo und wie man sich bewirbt.']),
		...at('', grant !== undefined && kind === 'room_grant' ? missingOfGrant(grant, { priceCents: procedure.priceCents ?? null }) : []),
		...at('', partner !== undefined && isDirect(kind) ? missingOfPartner(partner) : []),
		...at('', missingWord(draft)),
		...at('', house.isMunicipal || hasOwner(house) || mandate ? [] : ['Der Auftrag der Eigentümer:in ist noch nicht festgehalten.']),
		...at('kriterien', missingCriteria(draft)),
		...at(
			'zeitplan',
			errors.map(({ message }) => message)
		),
		...at('beteiligte', missingRoles({ kind, body, members }))
	];
}
