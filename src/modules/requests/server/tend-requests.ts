import { and, eq, inArray, isNull, lt, lte, or } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { addMail } from '#modules/people/server/add-mail.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { people } from '#modules/people/server/tables.ts';
import { reminderDays, reminderDue } from '../request.ts';
import { takeStep } from './internal/take-step.ts';
import { actorProfiles, spaceRequests } from './tables.ts';

const dayMs = 86_400_000;
const longDay = new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: 'long', timeZone: 'Europe/Berlin' });

async function expire(ctx: Ctx): Promise<number> {
	const due = await ctx.db
		.select({ id: spaceRequests.id, requestState: spaceRequests.requestState, publishedAt: spaceRequests.publishedAt })
		.from(spaceRequests)
		.where(and(inArray(spaceRequests.requestState, ['published', 'paused']), lte(spaceRequests.expiresAt, ctx.now)));
	for (const request of due) await takeStep(ctx, { request, step: 'expire' });
	return due.length;
}

type Due = { id: string; title: string; expiresAt: Date; remindedAt: Date | null; email: string };

async function remind(ctx: Ctx, { id, title, expiresAt, remindedAt, email }: Due): Promise<boolean> {
	if (reminderDue({ expiresAt, remindedAt }, ctx.now) === null) return false;
	return ctx.db.transaction(async (db) => {
		const unchanged = remindedAt ? eq(spaceRequests.remindedAt, remindedAt) : isNull(spaceRequests.remindedAt);
		const [mine] = await db
			.update(spaceRequests)
			.set({ remindedAt: ctx.now })
			.where(and(eq(spaceRequests.id, id), unchanged))
			.returning({ id: spaceRequests.id });
		if (!mine) return false;
		const link = await signLink({ ...ctx, db }, { purpose: 'renew-request', data: { request: id }, days: 60 });
		await addMail(
			{ ...ctx, db },
			{
				to: email,
				template: 'letter',
				data: {
					title: `Sucht Ihr noch? „${title}“`,
					paragraphs: [
						`Euer Gesuch „${title}“ läuft am ${longDay.format(expiresAt)} ab. Danach sehen Kommunen es nicht mehr.`,
						'Ein Klick genügt, dann bleibt es weitere sechs Monate sichtbar. Habt Ihr einen Ort gefunden, sagt es uns bitte im Konto: So lernen alle, was gelingt.'
					],
					button: { text: 'Gesuch verlängern', href: `/gesuche/verlaengern?schluessel=${link}` },
					why: 'Ihr bekommt diese Mail, weil Ihr ein Raumgesuch veröffentlicht habt.'
				}
			}
		);
		return true;
	});
}

/** The daily round: what is over expires, whose end is near is reminded (14 and 3 days before). Safe to repeat and to run twice at once. */
export async function tendRequests(ctx: Ctx): Promise<{ expired: number; reminded: number }> {
	const expired = await expire(ctx);
	const near = await ctx.db
		.select({
			id: spaceRequests.id,
			title: spaceRequests.title,
			expiresAt: spaceRequests.expiresAt,
			remindedAt: spaceRequests.remindedAt,
			email: people.email
		})
		.from(spaceRequests)
		.innerJoin(actorProfiles, eq(actorProfiles.id, spaceRequests.actorId))
		.innerJoin(people, eq(people.id, actorProfiles.personId))
		.where(
			and(
				or(eq(spaceRequests.requestState, 'published'), eq(spaceRequests.requestState, 'paused')),
				lt(spaceRequests.expiresAt, new Date(ctx.now.getTime() + (reminderDays[0] + 1) * dayMs))
			)
		);
	let reminded = 0;
	for (const request of near) if (await remind(ctx, request)) reminded += 1;
	return { expired, reminded };
}
