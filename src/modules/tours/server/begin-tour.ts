import { forbidden, refused, unauthenticated } from '#lib/refusal.ts';
import { findCase } from '#modules/cases/server/find-case.ts';
import { hasCaseDesk } from '#modules/cases/server/list-cases.ts';
import { openCase } from '#modules/cases/server/open-case.ts';
import { saveViewing } from '#modules/cases/server/save-viewing.ts';
import { findDeskViewing } from '#modules/cases/server/find-desk-viewing.ts';
import { dayOf } from '#lib/calendar.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { TourInput } from '../forms.ts';
import { tours } from './tables.ts';

const usualMinutes = 120;

/**
 * Plans a Leerstandsspaziergang: a viewing over several houses. In a case that is open, or in a new one, which then has the day itself as its next
 * step. Returns the id of the viewing. Throws 401, 403, 404, 409, 422.
 */
export async function beginTour(ctx: Ctx, { of, ort, caseId, guides = '', ...viewing }: TourInput): Promise<string> {
	if (!ctx.actor) throw unauthenticated();
	if (!(await hasCaseDesk(ctx))) throw forbidden('Einen Spaziergang plant, wer für eine Kommune oder in einem Netzwerkbüro arbeitet.');
	if (viewing.startsAt <= ctx.now) throw refused('past', 'Dieser Zeitpunkt ist vorbei.', 'startsAt');
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { title, startsAt, minutes = usualMinutes } = viewing;
		const next = { nextStep: 'Leerstandsspaziergang', nextStepOn: dayOf(startsAt) };
		const fresh = { title, of, ort, origin: 'event', partyRole: 'seeker', partyAccess: 'none', ...next } as const;
		const id = caseId ? (await findCase(inside, caseId)).row.id : (await openCase(inside, fresh)).id;
		const viewingId = await saveViewing(inside, { id, input: { ...viewing, minutes } });
		const { organisation } = await findDeskViewing(inside, viewingId);
		if (!organisation.ags)
			throw refused('no-town', 'Ein Leerstandsspaziergang führt durch eine Kommune. Bitte sagen, durch welche.', 'ort');
		await db.insert(tours).values({ viewingId, guides, createdBy: ctx.actor?.id ?? null, createdAt: ctx.now });
		await recordEvent(inside, 'tour.begun', { subjectId: viewingId, data: { case: id } });
		return viewingId;
	});
}
