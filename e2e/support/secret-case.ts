import { eq } from 'drizzle-orm';
import type { Pool } from 'pg';
import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import * as tables from '#modules/cases/server/case-tables.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import { secret, visible } from './secrets.ts';

/** The viewing of the planted case that everybody may see. */
export const secretViewing = '00000000-0000-7000-8000-00000000fa11';

export type PlantedCase = { addresses: string[]; remove: () => Promise<void> };

/** A case about a public house, every part of which is nobody's business outside: parties, notes of both kinds, recommendations, documents, a viewing. */
export async function plantSecretCase(pool: Pool, propertyId: string): Promise<PlantedCase> {
	const [db, now] = [openDb(pool), new Date()];
	const [town] = await db.select({ id: organisations.id }).from(organisations).where(eq(organisations.ags, '12073008'));
	const [id, first, second, document, viewing] = [newId(), newId(), newId(), newId(), newId()];
	const stamp = { waitingSince: now, createdAt: now, updatedAt: now };
	const words = {
		title: `${secret} Fall`,
		summary: `${secret} Anliegen`,
		nextStep: `${secret} Schritt`,
		nextStepOn: '2027-01-10',
		lesson: secret
	};
	await db.insert(tables.cases).values({ id, organisationId: town?.id ?? '', origin: 'phone', state: 'matching', ...words, ...stamp });
	await db.insert(tables.caseSubjects).values({ id: newId(), caseId: id, propertyId });
	await db.insert(tables.caseParties).values(
		[first, second].map((partyId, n) => ({
			...{
				id: partyId,
				caseId: id,
				name: `${secret} Beteiligte ${n}`,
				email: `${secret}-${n}@fall.example`,
				phone: `0${secret}`,
				joinedAt: now
			},
			role: 'owner' as const
		}))
	);
	const step = { caseId: id, machine: 'case', subjectId: id, step: 'open', from: 'none', to: 'new', at: now } as const;
	await db.insert(tables.caseStepsTaken).values({ id: newId(), ...step, reason: `${secret} Grund`, isShared: true });
	await db
		.insert(tables.caseInternalNotes)
		.values({ id: newId(), caseId: id, desk: `organisation:${town?.id}`, text: `${secret} intern`, at: now });
	await db.insert(tables.caseSharedNotes).values({ id: newId(), caseId: id, text: `${secret} geteilt`, isFromDesk: true, at: now });
	const advice = { kind: 'advice', text: `${secret} Rat`, blockedBy: secret, createdAt: now, updatedAt: now } as const;
	await db.insert(tables.recommendations).values({ id: newId(), caseId: id, ...advice });
	const file = { key: `cases/${document}.pdf`, contentType: 'application/pdf', bytes: 10, isShared: true, desk: secret, at: now };
	await db.insert(tables.caseDocuments).values({ id: document, caseId: id, name: `${secret}.pdf`, ...file });
	await db
		.insert(tables.introductions)
		.values({ id: newId(), caseId: id, firstId: first, secondId: second, text: `${secret} Vorschlag`, createdAt: now });
	const startsAt = new Date(now.getTime() + 5 * 86_400_000);
	const meeting = {
		title: `${secret} Termin`,
		place: `${secret}weg 5`,
		note: secret,
		startsAt,
		endsAt: new Date(startsAt.getTime() + 3_600_000)
	};
	await db.insert(tables.viewings).values({ id: viewing, caseId: id, ...meeting, createdAt: now, updatedAt: now });
	const shown = { title: visible, place: visible, note: visible, isPublic: true, createdAt: now, updatedAt: now };
	await db.insert(tables.viewings).values({ ...meeting, ...shown, id: secretViewing, caseId: id });
	await db.insert(tables.viewingGuests).values({ id: newId(), viewingId: secretViewing, partyId: first, state: 'coming', at: now });
	return {
		addresses: [
			...[`/buero/faelle/${id}`, `/buero/faelle/${id}/notizen`, '/buero/faelle', `/konto/faelle/${id}`, '/konto/faelle'],
			...[`/konto/faelle/unterlagen/${document}`, `/konto/faelle/termine/${viewing}/termin.ics`, `/buero/faelle/neu?raum=${propertyId}`]
		],
		remove: async () => void (await pool.query('delete from cases where id = $1', [id]))
	};
}
