import type { Pool } from 'pg';
import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { messageReplies, messages } from '#modules/cases/server/tables.ts';
import { claims, contactPoints, invitations, organisations, seats } from '#modules/organisations/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import { secret, visible } from './secrets.ts';

export const secretOrganisation = `verein-${visible}`;
/** Its id, because addresses name it by that too; the second is of one that is not published. */
export const organisationIds = { shown: '00000000-0000-7000-a000-000000000001', hidden: '00000000-0000-7000-a000-000000000002' };

const later = new Date('2099-01-01');
const hidden = (name: string) => `${secret} ${name}`;

/** A published organisation full of what is not public: mail domains, claims, invitations, members, contact points for others, messages; and one that is not published. Returns how to remove them. */
export async function plantSecretOrganisation(pool: Pool): Promise<() => Promise<void>> {
	const [db, now, person] = [openDb(pool), new Date(), newId()];
	const remove = async () => {
		await pool.query('delete from organisations where id = any($1)', [Object.values(organisationIds)]);
		await pool.query('delete from people where email = $1', [`${secret}-amt@verein.example`]);
	};
	await remove();
	await db.insert(people).values({ id: person, name: hidden('Vorstand'), email: `${secret}-amt@verein.example`, emailVerified: true });
	const organisationId = organisationIds.shown;
	const row = { kind: 'association' as const, mailDomains: [`${secret}.example`], placeAgs: '12073008', createdAt: now, updatedAt: now };
	await db.insert(organisations).values([
		{
			...row,
			id: organisationId,
			slug: secretOrganisation,
			name: `Verein ${visible}`,
			summary: `${visible} Wer wir sind`,
			publishedAt: now
		},
		{ ...row, id: organisationIds.hidden, slug: `${secret}-verein`, name: hidden('Verein'), summary: hidden('Wer wir sind') }
	]);
	await db.insert(seats).values({
		...{ id: newId(), organisationId, personId: person, function: 'board', title: hidden('Stelle'), rights: 'manage' },
		...{ startsAt: now, endsAt: later, handoverNote: hidden('Übergabe'), createdAt: now }
	});
	await db.insert(invitations).values({
		...{ id: newId(), organisationId, email: `${secret}-neu@verein.example`, function: 'board', title: hidden('Platz'), rights: 'read' },
		...{ createdAt: now, expiresAt: later }
	});
	await db.insert(claims).values({
		...{
			id: newId(),
			organisationId,
			personId: person,
			method: 'mail',
			function: 'board',
			title: hidden('Amt'),
			message: hidden('Anspruch')
		},
		...{ email: `${secret}-chef@verein.example`, secretHash: hidden('Code'), reason: hidden('Grund'), createdAt: now }
	});
	const point = { organisationId, role: 'management', responseTargetDays: 3, updatedAt: now } as const;
	const away = { absentFrom: '2098-01-01', absenceNote: hidden('Kur') };
	await db.insert(contactPoints).values([
		{ ...point, id: newId(), unit: `${visible} Büro`, email: `${visible}@verein.example`, publicVisibility: 'public', ...away },
		{ ...point, id: newId(), unit: hidden('Kasse'), email: `${secret}-kasse@verein.example`, publicVisibility: 'network' },
		{ ...point, id: newId(), unit: hidden('Vorstand'), phone: `${secret}-1`, publicVisibility: 'actors_with_case' }
	]);
	const written = { organisationId, text: hidden('Frage'), senderName: hidden('Absender'), senderEmail: `${secret}-wer@post.example` };
	const led = {
		why: hidden('Warum'),
		sentTo: [`${secret}-ziel@verein.example`],
		answersAs: hidden('Unterschrift'),
		createdAt: now,
		expiresAt: later
	};
	const [open, waiting] = [newId(), newId()];
	await db.insert(messages).values([
		{ ...written, ...led, id: open, state: 'open', step: 'general', sentAt: now, about: { title: hidden('Haus'), href: '/raeume' } },
		{ ...written, ...led, id: waiting, state: 'waiting' }
	]);
	await db
		.insert(messageReplies)
		.values({ id: newId(), messageId: open, kind: 'answer', text: hidden('Antwort'), byName: hidden('Amt'), at: now });
	return remove;
}
