import { listActingPeople } from '#modules/organisations/server/count-people.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotice } from '#modules/people/server/add-notice.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import { eq } from 'drizzle-orm';
import { properties } from '#modules/properties/server/tables.ts';
import type { ReplyInput } from '../forms.ts';
import { letterByCode, type Key } from './find-house-by-code.ts';
import { tell } from './internal/town.ts';
import { writeReply } from './internal/write-reply.ts';

/** An owner answers with the code of their letter, without an account, as often as they change their mind. The clerks hear of it. Throws 409, 410 and 429. */
export async function answerLetter(ctx: Ctx, { key, input }: { key: Key; input: ReplyInput }): Promise<void> {
	const { recipient, campaign } = await letterByCode(ctx, key);
	await countTry(ctx, { what: 'owner reply', who: recipient.id, limit: 12, minutes: 24 * 60 });
	const nobody: Ctx = { ...ctx, actor: null };
	await ctx.db.transaction(async (db) => {
		const inside = { ...nobody, db };
		const written = await writeReply(inside, { recipientId: recipient.id, reply: input, via: 'web' });
		if (!written) return;
		await tell(inside, campaign.ags, { kind: 'campaign.answered', about: { name: campaign.name } });
		await tellClerks(inside, { ags: campaign.ags, replyId: written.id, letter: { ...recipient, campaign: campaign.name } });
	});
}

type Told = { ags: string; replyId: string; letter: { id: string; campaignId: string; propertyId: string; campaign: string } };

/** A word to everybody who acts for the municipality: that there is an answer and where, never whose it is or what it says. Mails are read on many screens. */
async function tellClerks(ctx: Ctx, { ags, replyId, letter }: Told): Promise<void> {
	const [house] = await ctx.db.select({ reference: properties.reference }).from(properties).where(eq(properties.id, letter.propertyId));
	const data = {
		title: `Antwort auf „${letter.campaign}“`,
		text: `Zum Haus ${house?.reference ?? ''} hat jemand geantwortet.`,
		href: `/buero/anschreiben/${letter.campaignId}/empfaenger/${letter.id}`
	};
	for (const personId of await listActingPeople(ctx, ags))
		await addNotice(ctx, { personId, kind: 'owner-reply', subjectId: replyId, topic: 'owner', data });
}
