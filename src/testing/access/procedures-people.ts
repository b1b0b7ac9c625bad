import { nominateForm } from '#modules/procedures/forms-naming.ts';
import { appointOpener } from '#modules/procedures/server/appoint-opener.ts';
import { declineNomination } from '#modules/procedures/server/end-nomination.ts';
import { nominateMember } from '#modules/procedures/server/nominate-member.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { cast } from '../cast.ts';
import { plantOpenProcedure, type Published } from '../published.ts';
import type { Command, Commands, Stage } from './access.ts';

/** What the municipality changes about the people of a published procedure; Hanna is asked to take Mara's chair. */
export const late = (run: (ctx: Ctx, planted: Published) => Promise<unknown>): Command => ({
	allowed: ['editor', 'admin'],
	arrange: async (stage) => {
		const planted = await plantOpenProcedure(stage);
		return (ctx) => run(ctx, planted);
	}
});
export const maraIn = ({ memberOf }: Published): string => memberOf[cast.mara.name] ?? '';

const askHanna = (succeeds: string) =>
	nominateForm.parse({ name: cast.hanna.name, email: cast.hanna.email, succeeds, reason: 'Krankheit.' });

/** Asked, and not yet answered. */
export async function plantNomination(stage: Stage): Promise<string> {
	const planted = await plantOpenProcedure(stage);
	return nominateMember(stage.as('ines'), { id: planted.id, input: askHanna(maraIn(planted)) });
}

export const lateCommands: Commands = {
	'appoint-opener': late((ctx, planted) =>
		appointOpener(ctx, { id: planted.id, memberId: planted.memberOf[cast.katrin.name] ?? '', reason: 'Oskar zieht weg.' })
	),
	'end-nomination': {
		allowed: ['owner'],
		arrange: async (stage) => {
			const nominationId = await plantNomination(stage);
			return (ctx) => declineNomination(ctx, { nominationId });
		}
	},
	'nominate-member': late((ctx, planted) => nominateMember(ctx, { id: planted.id, input: askHanna(maraIn(planted)) })),
	'seat-member': { allowed: 'system', why: 'called inside the commands in which somebody says yes, or leaves' }
};
