import { eq, sql } from 'drizzle-orm';
import { unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { briefDefaults } from '../brief.ts';
import { aboutSender, aboutTopic, topicNames, topics, type Channel, type Topic } from '../topics.ts';
import { choicesOf } from './internal/choices-of.ts';
import { absences, deputies, mailSettings } from './post-tables.ts';
import { people } from './tables.ts';

export type MailWishes = {
	minutes: number;
	weekday: number;
	hour: number;
	briefEndedAt: Date | null;
	byTopic: Record<Topic, Channel>;
	/** Networks that have written to this person; `topics` is "as chosen per topic". */
	senders: { id: string; name: string; channel: 'topics' | 'brief' | 'never' }[];
	absence: { startsAt: Date; endsAt: Date } | null;
	deputies: { organisationId: string; deputyId: string; name: string; until: Date | null }[];
	/** For whom this person stands in: who chose them, and from when to when these are away. */
	standsInFor: { name: string; organisationId: string; startsAt: Date; endsAt: Date }[];
};

/** How the person who asks wants to hear of things. */
export async function findMailSettings(ctx: Ctx): Promise<MailWishes> {
	if (!ctx.actor) throw unauthenticated();
	const me = ctx.actor.id;
	const [own] = await ctx.db.select().from(mailSettings).where(eq(mailSettings.personId, me));
	const [absence] = await ctx.db
		.select({ startsAt: absences.startsAt, endsAt: absences.endsAt })
		.from(absences)
		.where(eq(absences.personId, me));
	const choices = await choicesOf(ctx, me);
	const standIns = await ctx.db
		.select({ organisationId: deputies.organisationId, deputyId: deputies.deputyId, name: people.name, until: deputies.until })
		.from(deputies)
		.innerJoin(people, eq(people.id, deputies.deputyId))
		.where(eq(deputies.personId, me));
	const { minutes, weekday, hour } = own ?? briefDefaults;
	return {
		...{ minutes, weekday, hour, briefEndedAt: own?.briefEndedAt ?? null },
		byTopic: Object.fromEntries(topicNames.map((topic) => [topic, choices.get(aboutTopic(topic)) ?? topics[topic].usual])) as Record<
			Topic,
			Channel
		>,
		senders: (await sendersOf(ctx, me)).map(({ id, name }) => ({
			...{ id, name },
			channel: (choices.get(aboutSender(id)) as 'brief' | 'never' | undefined) ?? 'topics'
		})),
		absence: absence && absence.endsAt > ctx.now ? absence : null,
		deputies: standIns,
		standsInFor: await standsInForOf(ctx, me)
	};
}

async function sendersOf(ctx: Ctx, me: string): Promise<{ id: string; name: string }[]> {
	const { rows } = await ctx.db.execute<{ id: string; name: string }>(sql`
		select sender_id as id, max(sender_name) as name from notices where person_id = ${me}::uuid and sender_id is not null group by 1 order by 2`);
	return rows;
}

async function standsInForOf(ctx: Ctx, me: string): Promise<MailWishes['standsInFor']> {
	const { rows } = await ctx.db.execute<{ name: string; organisationId: string; startsAt: string; endsAt: string }>(sql`
		select p.name, d.organisation_id as "organisationId", a.starts_at as "startsAt", a.ends_at as "endsAt"
		from deputies d join people p on p.id = d.person_id join absences a on a.person_id = d.person_id
		where d.deputy_id = ${me}::uuid and a.ends_at > ${ctx.now.toISOString()}::timestamptz order by a.starts_at, p.name`);
	return rows.map((row) => ({ ...row, startsAt: new Date(row.startsAt), endsAt: new Date(row.endsAt) }));
}
