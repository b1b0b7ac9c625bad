import type { Pool } from 'pg';
import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import * as tables from '#modules/groups/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import { secret, visible } from './secrets.ts';

export const secretGroup = `gruppe-${visible}`;
const hidden = (name: string) => `${secret} ${name}`;

/**
 * A group that shows itself at a house, and two that do not: one forming, one that only its municipality reads. Of the first everything but the allow-list stays
 * inside: who did not agree to be named, needs, roles that somebody has, documents, words of those who knock, addresses of those invited. Returns how to remove them.
 */
export async function plantSecretGroup(pool: Pool, propertyId: string): Promise<() => Promise<void>> {
	const [db, now, person, id] = [openDb(pool), new Date(), newId(), newId()];
	const remove = async () => {
		await pool.query('delete from groups where slug like $1', [`${secretGroup}%`]);
		await pool.query('delete from people where email = $1', [`${secret}-gruppe@post.example`]);
	};
	await remove();
	await db.insert(people).values({ id: person, name: hidden('Mitglied'), email: `${secret}-gruppe@post.example`, emailVerified: true });
	const moments = { createdAt: now, updatedAt: now, createdBy: person };
	const house = { propertyId, houseTitle: hidden('Haus'), ags: '12073008' };
	const inside = { ...moments, ...house, name: hidden('Gruppe'), idea: hidden('Vorhaben'), seeks: hidden('Suche') };
	const shown = { name: `Gruppe ${visible}`, idea: visible, seeks: visible, state: 'visible' as const, shownAt: now };
	await db.insert(tables.groups).values([
		{ ...moments, ...house, ...shown, id, slug: secretGroup, legalForm: 'verein' },
		{ ...inside, id: newId(), slug: `${secretGroup}-2`, townAt: now },
		{ ...inside, id: newId(), slug: `${secretGroup}-3`, state: 'dissolved', dissolvedAt: now, dissolvedWhy: hidden('Grund') }
	]);
	const memberId = newId();
	await db.insert(tables.groupMembers).values({ id: memberId, groupId: id, personId: person, isSpeaker: true, joinedAt: now });
	const of = { groupId: id, createdAt: now };
	await db.insert(tables.groupRoles).values([
		{ ...of, id: newId(), title: hidden('vergebene Aufgabe'), note: hidden('Notiz'), memberId },
		{ ...of, id: newId(), title: `Aufgabe ${visible}`, note: hidden('Notiz') }
	]);
	await db.insert(tables.groupNeeds).values({ ...of, id: newId(), memberId, title: hidden('Bedarf'), maxMonthly: 987654 });
	await db.insert(tables.groupKnocks).values({ id: newId(), groupId: id, personId: person, text: hidden('Worte'), at: now });
	const invitation = { kind: 'mail' as const, email: `${secret}@post.example`, places: 1, expiresAt: new Date(now.getTime() + 86_400_000) };
	await db.insert(tables.groupInvitations).values({ id: newId(), groupId: id, createdAt: now, ...invitation });
	await db.insert(tables.groupDocuments).values({ ...of, id: newId(), title: hidden('Unterlage') });
	return remove;
}
