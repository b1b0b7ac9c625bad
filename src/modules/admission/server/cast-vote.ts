import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { forbidden, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { whyNotVote } from '../ballot.ts';
import type { VoteInput } from '../forms.ts';
import { mayRunAdmission } from '../policy.ts';
import { dossierFor } from './internal/application-for.ts';
import { votesOf } from './internal/facts-of.ts';
import { foundersOf, type Founder } from './internal/founders-of.ts';
import { applicationVotes } from './tables.ts';

/** For whom the vote is: whoever asks, or a founder without an account, for whom the office enters what was said. */
function voterFor(ctx: Ctx, founders: Founder[], { roleId, runs }: { roleId?: string; runs: boolean }): Founder | null {
	if (!roleId) return founders.find(({ personId }) => personId !== null && personId === ctx.actor?.id) ?? null;
	const voter = founders.find((one) => one.roleId === roleId) ?? null;
	if (voter && voter.personId === ctx.actor?.id) return voter;
	if (!runs) throw forbidden('Für andere stimmt niemand ab.');
	if (voter?.personId) throw forbidden('Diese Person hat ein Konto und stimmt selbst ab.');
	return voter;
}

/** A founder's vote with its reason, or the word that they step aside. It stands as given; stepping aside is possible until the decision. */
export async function castVote(ctx: Ctx, { slug, id, input }: { slug: string; id: string; input: VoteInput }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { application, network, organisation, standing } = await dossierFor(inside, { slug, id }, { lock: true });
		const founders = await foundersOf(inside, network.id);
		const voter = voterFor(ctx, founders, { roleId: input.roleId, runs: mayRunAdmission(ctx.actor, standing) });
		if (!voter) throw forbidden('Abstimmen kann nur, wer heute zum Gründerteam gehört.');
		const own = (await votesOf(inside, id)).find(({ roleId }) => roleId === voter.roleId);
		const isRecused = input.choice === 'recused';
		const before = own ? { ...own, roleId: voter.roleId } : null;
		const isPartisan = voter.organisationId === organisation.id;
		const not = whyNotVote({ state: application.state, isFounder: true, isPartisan, own: before }, isRecused);
		if (not) throw refused(not.code, not.message);
		const row = {
			choice: input.choice === 'recused' ? null : input.choice,
			isRecused,
			reason: input.reason,
			enteredBy: ctx.actor?.id ?? null,
			at: ctx.now
		};
		if (own) await db.update(applicationVotes).set(row).where(eq(applicationVotes.id, own.id));
		else await db.insert(applicationVotes).values({ id: newId(), applicationId: id, roleId: voter.roleId, voterName: voter.name, ...row });
		await recordEvent(inside, isRecused ? 'application.recused' : 'application.voted', { subjectId: id, data: { role: voter.roleId } });
	});
}
