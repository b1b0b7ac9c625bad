import { and, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { openStates, type Holder } from '../case.ts';
import { caseParties, cases, caseSubjects } from './case-tables.ts';
import { insertParty } from './internal/insert-party.ts';
import { noteStep } from './internal/note-step.ts';
import { tellDesk } from './internal/tell.ts';
import { messages } from './tables.ts';
import type { CaseRow } from './internal/case-for.ts';

type Message = typeof messages.$inferSelect;

/** The case of this organisation that is under way with whoever asks, the newest. */
async function underWay(ctx: Ctx, { organisationId, personId, senderEmail }: Message): Promise<CaseRow | undefined> {
	const sameAddress = sql`lower(${caseParties.email}) = ${senderEmail.toLowerCase()}`;
	const [found] = await ctx.db
		.select({ row: cases })
		.from(cases)
		.innerJoin(caseParties, eq(caseParties.caseId, cases.id))
		.where(
			and(
				eq(cases.organisationId, organisationId),
				inArray(cases.state, ['new', 'sleeping', ...openStates]),
				isNull(caseParties.endedAt),
				personId ? or(eq(caseParties.personId, personId), sameAddress) : sameAddress
			)
		)
		.orderBy(desc(cases.createdAt), desc(cases.id))
		.limit(1);
	return found?.row;
}

/** It is led by whom the message was led to. */
const holderOf = ({ step, networkId }: Message): { holder: Holder; networkId: string | null } => {
	if (step === 'network' && networkId) return { holder: 'network', networkId };
	return { holder: step === 'office' ? 'office' : 'organisation', networkId: null };
};

async function open(ctx: Ctx, message: Message, title: string): Promise<CaseRow | undefined> {
	const { organisationId, topic, text, promisedDays, personId, senderName, senderEmail } = message;
	const stamp = { waitingSince: ctx.now, createdAt: ctx.now, updatedAt: ctx.now };
	const told = { title: title.slice(0, 160), summary: text, origin: 'space_request', topic, organisationId, promisedDays } as const;
	const [row] = await ctx.db
		.insert(cases)
		.values({ id: newId(), ...told, ...holderOf(message), ...stamp })
		.returning();
	if (!row) return undefined;
	await noteStep(ctx, { caseId: row.id, machine: 'case', subjectId: row.id, step: 'open', from: 'none', to: row.state });
	await insertParty(ctx, row, { personId, name: senderName, email: senderEmail, role: 'seeker', access: 'shared' });
	return row;
}

/** A question for advice becomes a case of whoever answers it, or joins the one that is under way with the same person. Once: a second time changes nothing. */
export async function takeUpAdvice(ctx: Ctx, { messageId, title }: { messageId: string; title: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const [message] = await db.select().from(messages).where(eq(messages.id, messageId)).for('update');
		if (!message || (await db.$count(caseSubjects, eq(caseSubjects.messageId, messageId)))) return;
		const joined = await underWay(inside, message);
		const row = joined ?? (await open(inside, message, title));
		if (!row) return;
		await db.insert(caseSubjects).values({ id: newId(), caseId: row.id, messageId });
		const text = joined ? 'Zu diesem Fall gibt es eine neue Anfrage um Beratung.' : 'Er wartet darauf, dass ihn jemand annimmt.';
		const told = { kind: joined ? 'case-advice' : 'case-new', subjectId: joined ? messageId : row.id, text };
		await tellDesk(inside, row, { ...told, title: joined ? `Beratung angefragt: ${row.title}` : `Neuer Fall: ${row.title}` });
	});
}
