import { eq } from 'drizzle-orm';
import type { Pool } from 'pg';
import { openDb, type Db } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { networks } from '#modules/networks/server/tables.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import { publishPlace } from '#modules/places/server/publish-place.ts';
import {
	juryVotes,
	learningGroups,
	learningMembers,
	placeApplications,
	placeCatalogues,
	placeEvidence,
	placeFigures,
	placePictures,
	places,
	placeSteps,
	tandems
} from '#modules/places/server/tables.ts';
import { cast } from '#testing/cast.ts';
import { secret, visible } from './secrets.ts';

export const secretPlace = `ort-${visible}`;
export type PlantedPlaces = { id: string; hidden: string; pictureNames: string[]; evidence: string; remove: () => Promise<void> };

const profile = {
	...{ summary: `${visible} ist der Satz für die Karte.`, projectText: `${visible} `.repeat(12), locationText: visible },
	...{ offers: { open: visible }, vision: visible, progress: visible, website: 'https://ort.example' }
};

/** A published place and one that is not, each full of what is not public: notes, contacts without release, reasons, pictures without credit, a group that does not show itself. */
export async function plantSecretPlace(pool: Pool): Promise<PlantedPlaces> {
	const [db, now] = [openDb(pool), new Date()];
	const [organisationId, id, hidden, picture] = [newId(), newId(), newId(), newId()];
	await pool.query('delete from organisations where slug = $1', [`gruppe-${secretPlace}`]);
	const group = {
		id: organisationId,
		slug: `gruppe-${secretPlace}`,
		kind: 'initiative',
		name: `Gruppe ${visible}`,
		placeAgs: '12073008'
	} as const;
	await db.insert(organisations).values({ ...group, summary: `${secret} Gruppe`, createdAt: now, updatedAt: now });
	const place = {
		...{
			organisationId,
			ags: '12073008',
			contactName: `${secret} Name`,
			contactEmail: `${secret}@ort.example`,
			contactPhone: `0${secret}`
		},
		...{ internalNote: `${secret} Notiz`, createdAt: now, updatedAt: now }
	};
	await db.insert(places).values([
		{ ...place, id, slug: secretPlace, name: `Ort ${visible}`, profile },
		{ ...place, id: hidden, slug: `${secretPlace}-2`, name: `Ort ${secret}`, profile: { ...profile, summary: `${secret} verborgen` } }
	]);
	await db.insert(placePictures).values({
		...{ id: picture, placeId: id, key: `places/${picture}.webp`, width: 10, height: 10, alt: `${secret} Bild`, createdAt: now }
	});
	const step = { placeId: id, machine: 'place', subjectId: id, step: 'rest', from: 'emerging', to: 'resting' } as const;
	await db.insert(placeSteps).values({ ...step, id: newId(), reason: `${secret} Grund`, at: now });
	await publishPlace({ db, now, actor: cast.renate }, id);
	const evidence = await plantSecretAward(db, { id, hidden, now });
	return {
		...{ id, hidden, evidence, pictureNames: [`${picture}.webp`, `${picture}-640.webp`] },
		remove: async () => {
			await pool.query('delete from learning_groups where title = $1', [`${secret} Lerngruppe`]);
			await pool.query('delete from organisations where id = $1', [organisationId]);
		}
	};
}

type Stage = { id: string; hidden: string; now: Date };

/** An application with its evidence, votes and notes, a learning group and an agreed tandem around the planted place. Returns the id of the evidence. */
async function plantSecretAward(db: Db, { id, hidden, now }: Stage): Promise<string> {
	const [network] = await db.select({ id: networks.id }).from(networks).where(eq(networks.slug, 'helle-orte'));
	const networkId = network?.id ?? '';
	const [catalogue] = await db.select({ id: placeCatalogues.id }).from(placeCatalogues).where(eq(placeCatalogues.networkId, networkId));
	await db.update(places).set({ networkId }).where(eq(places.id, id));
	const [applicationId, evidence, groupId] = [newId(), newId(), newId()];
	const stamp = { createdAt: now, updatedAt: now };
	await db.insert(placeApplications).values({
		...{
			id: applicationId,
			placeId: id,
			networkId,
			catalogueId: catalogue?.id ?? '',
			state: 'not_yet',
			values: { '6.1-teilnahmen': secret }
		},
		...{ answers: { '6.1': { applies: true, text: `${secret} Antwort` } }, message: `${secret} Wort`, answer: `${secret} Rückmeldung` },
		...{ officeNote: `${secret} Büro`, ...stamp }
	});
	const file = { key: `evidence/${evidence}.pdf`, contentType: 'application/pdf', name: `${secret}.pdf`, bytes: 10, createdAt: now };
	await db.insert(placeEvidence).values({ id: evidence, applicationId, code: '6.1', ...file });
	await db.insert(juryVotes).values({
		...{
			id: newId(),
			applicationId,
			personId: cast.friedrich.id,
			isRecusal: false,
			verdict: 'not_yet',
			reason: `${secret} Urteil`,
			at: now
		}
	});
	await db.insert(learningGroups).values({ id: groupId, networkId, title: `${secret} Lerngruppe`, createdAt: now });
	const contact = { contactName: `${secret} Kontakt`, contactEmail: `${secret}-lernen@ort.example` };
	await db.insert(learningMembers).values({ id: newId(), groupId, placeId: id, ...contact, joinedAt: now });
	await db
		.insert(tandems)
		.values({ id: newId(), networkId, proposerId: id, askedId: hidden, state: 'agreed', message: `${secret} Tandem`, ...stamp });
	const told = { key: '6.1-teilnahmen', year: 2025, value: 4711, source: visible, reportedOn: '2026-01-10' };
	await db.insert(placeFigures).values({ id: newId(), placeId: id, ...told });
	return evidence;
}
