import { dayOf } from '#lib/calendar.ts';
import { beginUse } from '#modules/options/server/begin-use.ts';
import { beginWorks } from '#modules/options/server/begin-works.ts';
import { decideMilestone } from '#modules/options/server/decide-milestone.ts';
import { findOptionDesk } from '#modules/options/server/find-option-desk.ts';
import { grantOption } from '#modules/options/server/grant-option.ts';
import { signContract } from '#modules/options/server/sign-contract.ts';
import { cancelProcedure } from '#modules/procedures/server/cancel-procedure.ts';
import { after, paper, type Playing } from './play.ts';

/** What follows a decision, or comes instead of one. */

/** The house is given to the first one, for ten months. */
export async function grant({ id, deadline, at }: Playing, days: number): Promise<void> {
	const when = after(deadline, days);
	const input = {
		...{ conceptId: undefined, startsOn: dayOf(when), endsOn: dayOf(after(when, 300)), fee: null, feeIsCredited: false },
		...{ terms: 'In dieser Zeit klärt die Gruppe Rechtsform, Geld und Bauantrag.', mostExtensions: 1 }
	};
	await grantOption(at('ines', when), { id, input });
}

/** Nothing comes of it. */
export const cancel = ({ id, deadline, at }: Playing): Promise<void> =>
	cancelProcedure(at('ines', after(deadline, 14)), {
		id,
		reason: 'Im Gebälk ist der Hausbock. Bevor jemand einzieht, muss das Dach gerichtet werden; danach beginnen wir neu.'
	});

/** What the group promised is confirmed, then the contract is signed. */
async function sign({ id, deadline, store, at }: Playing): Promise<void> {
	const ines = at('ines', after(deadline, 150));
	const { current } = await findOptionDesk(ines, id);
	for (const { id: milestoneId } of current?.milestones ?? [])
		await decideMilestone(ines, { id, milestoneId, move: 'confirm', reason: undefined });
	const document = { name: 'vertrag.pdf', bytes: paper('Mietvertrag', dayOf(ines.now)) };
	await signContract(ines, {
		id,
		version: current?.option.version ?? 0,
		contractOn: dayOf(ines.now),
		contractKind: 'lease',
		document,
		store
	});
}

async function build({ id, deadline, at }: Playing): Promise<void> {
	const ines = at('ines', after(deadline, 190));
	await beginWorks(ines, { id, on: dayOf(ines.now) });
}

async function use({ id, deadline, at }: Playing): Promise<void> {
	const ines = at('ines', after(deadline, 330));
	await beginUse(ines, { id, on: dayOf(ines.now) });
}

/** From the option to a house in use, with the state that each step leads to. */
export const afterGrant = [
	['contract', sign],
	['works', build],
	['done', use]
] as const;
