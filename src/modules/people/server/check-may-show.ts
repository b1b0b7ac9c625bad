import { and, desc, eq, gt, inArray, isNull } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { germanDay } from '#lib/text/german.ts';
import type { Ctx } from '../actor.ts';
import { withheldSentence, type ContentKind, type ContentRef } from '../content.ts';
import { publishingBars, withheldContents } from './content-tables.ts';

/** What every command asks before it shows something to everybody. Throws 409 for what the operator withholds, and for whoever may publish nothing for a time. */
export async function checkMayShow(ctx: Ctx, { kind, id }: ContentRef): Promise<void> {
	const held = await ctx.db.$count(withheldContents, and(eq(withheldContents.kind, kind), eq(withheldContents.contentId, id)));
	if (held) throw refused('withheld', withheldSentence);
	await checkMayPublish(ctx);
}

/** Throws 409 while nothing may be published from the account of whoever asks. */
export async function checkMayPublish(ctx: Ctx): Promise<void> {
	if (!ctx.actor) return;
	const [bar] = await ctx.db
		.select({ until: publishingBars.until })
		.from(publishingBars)
		.where(and(eq(publishingBars.personId, ctx.actor.id), gt(publishingBars.until, ctx.now), isNull(publishingBars.liftedAt)))
		.orderBy(desc(publishingBars.until))
		.limit(1);
	if (bar)
		throw refused(
			'barred',
			`Von diesem Konto wird bis zum ${germanDay(bar.until)} nichts veröffentlicht. Die Begründung kam per Mail; dort steht auch, wie Sie sich beschweren können.`
		);
}

/** Which of these are withheld. */
export async function findWithheld(ctx: Pick<Ctx, 'db'>, kind: ContentKind, ids: readonly string[]): Promise<Set<string>> {
	if (!ids.length) return new Set();
	const rows = await ctx.db
		.select({ id: withheldContents.contentId })
		.from(withheldContents)
		.where(and(eq(withheldContents.kind, kind), inArray(withheldContents.contentId, [...ids])));
	return new Set(rows.map(({ id }) => id));
}
