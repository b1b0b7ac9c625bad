import type { Db } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { findCurrentForm } from '#modules/admission/server/find-current-form.ts';
import * as tables from '#modules/admission/server/tables.ts';
import { secret } from './secrets.ts';

type At = { networkId: string; organisationId: string };

/** An application in consultation, every part of which is nobody's business outside: answers, contact, notes, votes. Goes with its network. */
export async function plantSecretApplication(db: Db, { networkId, organisationId }: At): Promise<void> {
	const now = new Date();
	const form = await findCurrentForm({ db, now }, networkId);
	const id = newId();
	const stamp = { createdAt: now, stateSince: now, updatedAt: now, submittedAt: now };
	await db.insert(tables.applications).values({ id, networkId, organisationId, formId: form.id, state: 'decision_pending', ...stamp });
	const contact = { name: `${secret} Kontakt`, function: secret, email: `${secret}-kontakt@stadt.example`, phone: `${secret}0331` };
	await db.insert(tables.applicationSections).values([
		{ applicationId: id, key: 'frage-1', answer: { text: `${secret} Antwort`, houses: [] }, version: 1, savedAt: now },
		{ applicationId: id, key: 'kontakt', answer: contact, version: 1, savedAt: now }
	]);
	const notes = { sharedNote: `${secret} gemeinsam`, internalNote: `${secret} intern`, participants: secret, message: secret };
	await db
		.insert(tables.applicationMeetings)
		.values({ id: newId(), applicationId: id, kind: 'interview', state: 'held', updatedAt: now, ...notes });
	const vote = { voterName: `${secret} Gründerin`, choice: 'no' as const, reason: `${secret} Grund` };
	await db.insert(tables.applicationVotes).values({ id: newId(), applicationId: id, at: now, ...vote });
	const change = { transition: 'met', to: 'decision_pending' as const, side: 'office' as const, reason: `${secret} warum` };
	await db.insert(tables.applicationChanges).values({ id: newId(), applicationId: id, at: now, ...change });
	await db
		.insert(tables.applicationPayments)
		.values({ id: newId(), applicationId: id, amountCents: 1, receivedOn: '2026-01-01', note: secret, at: now });
}
