import { and, inArray, sql } from 'drizzle-orm';
import { listMailableOwners } from '#modules/owners/server/list-mailable-owners.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addMail } from '#modules/people/server/add-mail.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { freshnessAsks } from '../tables.ts';
import { linkDays, why } from './ask-people.ts';

type Last = { entryId: string; subject: string; askedAs: 'contact' | 'owner'; ownerId: string | null; email: string | null; title: string };

/** Who was asked last about these houses with the link of a mail, with the address of today. */
async function lastMailed(ctx: Pick<Ctx, 'db' | 'now'>, ids: string[]): Promise<Last[]> {
	const { entryId, subject, ownerId, email, askedAs } = freshnessAsks;
	const rows = await ctx.db
		.selectDistinctOn([entryId], { entryId, subject, ownerId, email, askedAs, title: properties.title })
		.from(freshnessAsks)
		.innerJoin(properties, sql`${properties.id} = ${entryId}`)
		.where(and(sql`${freshnessAsks.kind} = 'property'`, inArray(entryId, ids), sql`${askedAs} <> 'reporter'`))
		.orderBy(entryId, sql`${freshnessAsks.askedAt} desc`, sql`${freshnessAsks.id} desc`);
	const owners = await listMailableOwners(ctx, ids);
	const addressOf = new Map(owners.map((owner) => [`${owner.propertyId} ${owner.ownerId}`, owner.email]));
	return rows.map((row) => ({
		...{ ...row, askedAs: row.askedAs === 'owner' ? 'owner' : 'contact' },
		email: row.askedAs === 'owner' ? (addressOf.get(`${row.entryId} ${row.ownerId}`) ?? null) : row.email
	}));
}

/** Without an account the same link brings it back. An owner hears only that the page is gone: that it is not matched any more is nothing to act on at once. */
export async function mailFallen(
	ctx: Pick<Ctx, 'db' | 'now'>,
	{ fallen, to }: { fallen: string[]; to: 'hidden' | 'archived' }
): Promise<void> {
	if (!fallen.length) return;
	const last = (await lastMailed(ctx, fallen)).filter(({ email, askedAs }) => email && (askedAs === 'contact' || to === 'archived'));
	for (const [first, ...more] of Map.groupBy(last, ({ subject }) => subject).values()) {
		if (!first?.email) continue;
		const titles = [first, ...more].map(({ title }) => `„${title}“`);
		const link = await signLink(ctx, { purpose: 'still-true', data: { subject: first.subject }, days: linkDays });
		const isGone = to === 'archived';
		await addMail(ctx, {
			...{ to: first.email, template: 'letter' },
			data: {
				title: `${more.length ? `${titles.length} Häuser sind` : `${titles[0]} ist`} nicht mehr ${isGone ? 'öffentlich' : 'in der Vermittlung'}`,
				paragraphs: [
					'Auf zwei Fragen, ob das noch stimmt, kam keine Antwort.',
					titles.slice(0, 12).join(' · ') + (titles.length > 12 ? ' …' : ''),
					isGone
						? 'Wenn es noch stimmt, sagen Sie es mit einem Klick: Die Kommune holt den Eintrag dann zurück.'
						: 'Wenn es noch stimmt, genügt ein Klick, und alles ist wie zuvor.'
				],
				button: { text: 'Stimmt noch', href: `/stimmt-noch?schluessel=${link}` },
				why: why[first.askedAs]
			}
		});
	}
}
