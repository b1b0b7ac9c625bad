import { eq, isNotNull, and, inArray } from 'drizzle-orm';
import { listActingAddresses } from '#modules/organisations/server/count-people.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { contentKinds } from '#modules/people/content.ts';
import { addMail } from '#modules/people/server/add-mail.ts';
import { grants, people } from '#modules/people/server/tables.ts';
import { complaintMonths, matterDays } from '../../matter.ts';
import { contentNotices } from '../tables.ts';
import type { FoundContent } from './contents.ts';
import type { DecisionRow, MatterRow } from './load-matter.ts';

type Words = { title: string; paragraphs: string[] };
type Posted = Pick<Ctx, 'db' | 'now'>;

const noticeWhy = 'Sie bekommen diese Mail, weil diese Adresse bei einem Hinweis auf einen Inhalt angegeben wurde.';

/** That a notice has come, for whoever gave it (Art. 16 para. 4 DSA). */
export const receiptOf = (found: Pick<FoundContent, 'kind' | 'frozen'>): Words => ({
	title: 'Ihr Hinweis ist angekommen',
	paragraphs: [
		`Sie haben uns auf „${found.frozen.title}“ (${contentKinds[found.kind]}) hingewiesen. Ein Mensch prüft das und entscheidet; die Entscheidung schicken wir an diese Adresse.`,
		'Wer den Inhalt veröffentlicht hat, erfährt nicht, von wem der Hinweis kam.'
	]
});

/** Writes to one who gave notice; the link leads to their own notice and to nothing else. */
export async function tellNotifier(ctx: Posted, { id, email }: { id: string; email: string | null }, words: Words): Promise<void> {
	if (!email) return;
	const sign = { purpose: 'content-notice', data: { notice: id }, days: matterDays };
	await addMail(ctx, {
		to: email,
		template: 'letter',
		data: { ...words, button: { text: 'Hinweis ansehen', href: '/hinweis/stand', sign }, why: noticeWhy }
	});
}

/** Writes to all who gave notice of this matter. */
export async function tellNotifiers(ctx: Posted, matterId: string, words: Words): Promise<void> {
	const rows = await ctx.db
		.select({ id: contentNotices.id, email: contentNotices.email })
		.from(contentNotices)
		.where(and(eq(contentNotices.matterId, matterId), isNotNull(contentNotices.email)));
	for (const row of rows) await tellNotifier(ctx, row, words);
}

/** Where whoever stands behind the content is reached: the account, or those who act for the organisation. Only for mails that leave. */
async function addressesOf(ctx: Posted, { authorId, organisationId }: MatterRow): Promise<string[]> {
	const acting = organisationId ? await listActingAddresses(ctx, organisationId) : [];
	if (acting.length || !authorId) return acting;
	const rows = await ctx.db.select({ email: people.email }).from(people).where(eq(people.id, authorId));
	return rows.map(({ email }) => email);
}

/** Writes to whoever is affected, the account that is barred included; the link leads to the statement of reasons. */
export async function tellAffected(
	ctx: Posted,
	{ matter, decision }: { matter: MatterRow; decision: DecisionRow },
	words: Words
): Promise<void> {
	const author = decision.barId && matter.authorId ? await addressesOf(ctx, { ...matter, organisationId: null }) : [];
	const sign = { purpose: 'content-statement', data: { decision: decision.id }, days: matterDays };
	const why = `Sie bekommen diese Mail, weil Sie für diesen Inhalt einstehen. Eine Beschwerde ist ${complaintMonths} Monate lang möglich.`;
	for (const to of new Set([...(await addressesOf(ctx, matter)), ...author]))
		await addMail(ctx, {
			to,
			template: 'letter',
			data: { ...words, button: { text: 'Begründung lesen', href: '/begruendung', sign }, why }
		});
}

/** Those who decide. */
export async function tellDesk(ctx: Posted, matterId: string, words: Words): Promise<void> {
	const rows = await ctx.db
		.selectDistinct({ email: people.email })
		.from(grants)
		.innerJoin(people, eq(people.id, grants.personId))
		.where(inArray(grants.role, ['admin']));
	for (const { email } of rows)
		await addMail(ctx, {
			to: email,
			template: 'letter',
			data: {
				...words,
				button: { text: 'Sache ansehen', href: `/buero/hinweise/${matterId}` },
				why: 'Sie bekommen diese Mail, weil Sie diese Plattform betreiben.'
			}
		});
}
