import { eq, getTableName, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Ctx } from '#modules/people/actor.ts';
import { figuresOf, type Figures } from '../../campaign.ts';
import type { Plan } from '../../reply.ts';
import { ownerRecipients, ownerReplies } from '../tables.ts';

/** A column with its table before it: in a question to one table alone it would be lost inside a subquery. */
export const whole = (column: PgColumn): SQL => sql`${sql.identifier(getTableName(column.table))}.${sql.identifier(column.name)}`;

/** The last word of a recipient, as a column of `owner_recipients`. */
export const lastPlan = sql<Plan | null>`(select r.plan from ${ownerReplies} r where r.recipient_id = ${whole(ownerRecipients.id)}
	and r.standing <> 'not_mine' order by r.at desc, r.id desc limit 1)`;

export const isWilling = (plan: Plan | null): boolean => plan === 'sell' || plan === 'let' || plan === 'interim';

/** What came of the letters of a campaign until now. */
export async function countFigures(ctx: Ctx, campaignId: string): Promise<Figures> {
	const rows = await ctx.db
		.select({ state: ownerRecipients.state, plan: lastPlan })
		.from(ownerRecipients)
		.where(eq(ownerRecipients.campaignId, campaignId));
	return figuresOf(rows.map(({ state, plan }) => ({ state, isWilling: isWilling(plan) })));
}
