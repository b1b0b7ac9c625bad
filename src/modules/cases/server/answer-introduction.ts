import { and, eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { introductionAfter, whyNotAnswerIntroduction, type IntroductionState } from '../introduction.ts';
import { introductions } from './case-tables.ts';
import { caseAsParty } from './internal/case-for.ts';
import { noteStep } from './internal/note-step.ts';
import { tellDesk, tellParties } from './internal/tell.ts';

type Answer = { id: string; introductionId: string; answer: 'yes' | 'no' };

/** One of two parties agrees to be introduced, or not. When both have agreed, each sees how to reach the other. Throws 404, 409. */
export async function answerIntroduction(ctx: Ctx, { id, introductionId, answer }: Answer): Promise<IntroductionState> {
	await caseAsParty(ctx, id);
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row, party } = await caseAsParty(inside, id, { lock: true });
		const mine = and(eq(introductions.id, introductionId), eq(introductions.caseId, id));
		const [found] = isUuid(introductionId) ? await db.select().from(introductions).where(mine) : [];
		if (!found || (found.firstId !== party.id && found.secondId !== party.id)) throw notFound('Diesen Vorschlag gibt es nicht mehr.');
		const isFirst = found.firstId === party.id;
		const [own, other] = isFirst ? [found.firstAgreedAt, found.secondAgreedAt] : [found.secondAgreedAt, found.firstAgreedAt];
		const not = whyNotAnswerIntroduction(found.state, own !== null && answer === 'yes');
		if (not) throw refused(not.code, not.message, not.field);
		const to = introductionAfter(answer, other !== null);
		const agreed = answer === 'yes' ? (isFirst ? { firstAgreedAt: ctx.now } : { secondAgreedAt: ctx.now }) : {};
		await db
			.update(introductions)
			.set({ state: to, ...agreed })
			.where(eq(introductions.id, introductionId));
		const step = answer === 'yes' ? 'agree' : 'decline';
		await noteStep(inside, { caseId: id, machine: 'introduction', subjectId: introductionId, step, from: found.state, to });
		const subjectId = `${introductionId}:${to}`;
		if (to !== 'proposed')
			await tellDesk(inside, row, {
				...{ kind: 'case-introduced', subjectId, title: `Vorschlag ${to === 'agreed' ? 'angenommen' : 'abgelehnt'}: ${row.title}` },
				text: to === 'agreed' ? 'Beide haben zugesagt und sehen die Kontaktdaten.' : 'Eine Seite möchte nicht.'
			});
		if (to === 'agreed') {
			const text = 'Sie haben beide zugesagt. Bitte melden Sie sich beieinander.';
			const told = { kind: 'case-introduced', subjectId, title: `Kontaktdaten freigegeben: ${row.title}`, text };
			await tellParties(inside, row, { ...told, topic: 'contact', partyIds: [found.firstId, found.secondId] });
		}
		return to;
	});
}
