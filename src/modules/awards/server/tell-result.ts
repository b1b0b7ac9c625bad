import { and, desc, eq, isNull } from 'drizzle-orm';
import { conceptMembers } from '#modules/concepts/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotice, addNotices } from '#modules/people/server/add-notice.ts';
import type { RecordedEvent } from '#modules/people/server/record-event.ts';
import { procedureMembers, procedures } from '#modules/procedures/server/tables.ts';
import { awardLetters, awardObjections } from './tables.ts';

/** The reaction to a decision: everybody who wrote at a concept hears that their letter is there. The mail says nothing of what is in it. */
export async function tellResult(ctx: Pick<Ctx, 'db' | 'now'>, event: RecordedEvent): Promise<void> {
	const decision = Number(event.data.decision);
	const told = await ctx.db
		.select({ conceptId: awardLetters.conceptId, personId: conceptMembers.personId, title: procedures.title })
		.from(awardLetters)
		.innerJoin(conceptMembers, eq(conceptMembers.conceptId, awardLetters.conceptId))
		.innerJoin(procedures, eq(procedures.id, awardLetters.procedureId))
		.where(and(eq(awardLetters.procedureId, event.subjectId), eq(awardLetters.decision, decision)));
	await addNotices(
		ctx,
		told.map(({ conceptId, personId, title }) => ({
			...{ personId, kind: `award.told.${decision}`, subjectId: conceptId, topic: 'direct_question' as const },
			data: {
				title: `Euer Ergebnis: ${title}`,
				text: 'Es ist entschieden. Euer Brief mit Punkten, Gründen und dem, was Ihr dagegen tun könnt, liegt in Eurem Konto.',
				href: `/konto/konzepte/${conceptId}/ergebnis`
			}
		}))
	);
}

const words: Record<string, [title: string, text: string]> = {
	accepted: ['Eurem Einwand wurde stattgegeben', 'Die Antwort mit dem, was daraus folgt, liegt in Eurem Konto.'],
	rejected: ['Euer Einwand wurde beantwortet', 'Er wurde zurückgewiesen. Die Begründung liegt in Eurem Konto.']
};

/** The reaction to an objection: whoever leads hears of it, whoever raised it hears the answer. */
export async function tellObjection(ctx: Pick<Ctx, 'db' | 'now'>, event: RecordedEvent): Promise<void> {
	const [found] = await ctx.db
		.select({ objection: awardObjections, title: procedures.title })
		.from(awardObjections)
		.innerJoin(procedures, eq(procedures.id, awardObjections.procedureId))
		.where(eq(awardObjections.id, event.subjectId));
	if (!found) return;
	const { objection, title } = found;
	const kind = `objection.${String(event.data.to)}`;
	const said = words[String(event.data.to)];
	if (said) {
		const members = await ctx.db
			.select({ personId: conceptMembers.personId })
			.from(conceptMembers)
			.where(eq(conceptMembers.conceptId, objection.conceptId))
			.orderBy(desc(conceptMembers.role));
		const data = { title: `${said[0]}: ${title}`, text: said[1], href: `/konto/konzepte/${objection.conceptId}/ergebnis` };
		for (const { personId } of members) await addNotice(ctx, { personId, kind, subjectId: objection.id, topic: 'direct_question', data });
		return;
	}
	const isLead = and(
		eq(procedureMembers.procedureId, objection.procedureId),
		eq(procedureMembers.role, 'manager'),
		isNull(procedureMembers.leftAt)
	);
	const [lead] = await ctx.db.select({ personId: procedureMembers.personId }).from(procedureMembers).where(isLead);
	if (!lead?.personId) return;
	const raised = event.data.to === 'raised';
	const data = {
		title: `${raised ? 'Ein Einwand kam ein' : 'Ein Einwand wurde zurückgenommen'}: ${title}`,
		text: raised ? 'Bis er beantwortet ist, ruht die Vergabe. Bitte mit Begründung antworten.' : 'Die Wartefrist läuft weiter wie vorher.',
		href: `/buero/verfahren/${objection.procedureId}/einwaende`
	};
	await addNotice(ctx, { personId: lead.personId, kind, subjectId: objection.id, topic: 'direct_question', data });
}
