import { dayOf } from '#lib/calendar.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { lateWarning } from '../grant.ts';
import { bodiesFor, handInProposal, sentencesOf } from '../light.ts';
import { decidingBodies } from '../procedure.ts';
import { findingsOf } from '../timeline.ts';
import { missingOf } from '../whole.ts';
import { loadCriteria } from './internal/load-criteria.ts';
import { loadGrant } from './internal/load-grant.ts';
import { loadMembers } from './internal/load-members.ts';
import { procedureAtDesk } from './internal/procedure-for.ts';

/** Everything that the light way asks, with what is there already. Throws 401 and 404. */
export async function findLight(ctx: Ctx, id: string) {
	const { row, house } = await procedureAtDesk(ctx, id);
	const [criteria, members, grant] = [await loadCriteria(ctx, id), await loadMembers(ctx, id), await loadGrant(ctx, id)];
	const { kind, version, title, goal, transfer, priceCents, priceUnit, timeline, decidingBody } = row;
	const today = dayOf(ctx.now);
	const late = kind === 'room_grant' ? lateWarning(grant, timeline.decision_on?.day) : null;
	const lead = members.find(({ role }) => role === 'manager');
	const bodies = bodiesFor(house);
	const me = { contact: lead?.name ?? ctx.actor?.name ?? '', email: lead?.email ?? ctx.actor?.email ?? '' };
	return {
		...{ kind, version, title, transfer, grant, priceCents, priceUnit, timeline, house: house.title },
		sentences: sentencesOf(goal),
		findings: [...findingsOf(kind, timeline, today).map(({ message }) => message), ...(late ? [late] : [])],
		hasErrors: findingsOf(kind, timeline, today).some((finding) => finding.kind === 'error'),
		...{ bodies: Object.fromEntries(bodies.map((body) => [body, decidingBodies[body]])), lead: lead?.name ?? null },
		decidingBody: bodies.includes(decidingBody) ? decidingBody : (bodies[0] ?? decidingBody),
		handIn: row.handIn || handInProposal(me),
		deputies: members.filter(({ deputyFor }) => lead && deputyFor === lead.id).map(({ name }) => name),
		missing: missingOf({ procedure: row, house, criteria, members, today, grant }).map(({ text }) => text)
	};
}
export type Light = Awaited<ReturnType<typeof findLight>>;
