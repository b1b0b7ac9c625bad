import type { Pool } from 'pg';
import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { ensureMunicipalityOrganisation } from '#modules/organisations/server/ensure-municipality-organisation.ts';
import type { Part } from '#modules/profiles/profile.ts';
import * as tables from '#modules/profiles/server/tables.ts';
import { toProfilePage } from '#modules/profiles/to-profile-page.ts';
import { secret, visible } from './secrets.ts';

/** Templin has no profile in the demo; here it gets one full of what is not public. */
const templin = '12073572';
export const secretProfile = '/kommunen/templin';
const stem = '0190aaaa-0000-7000-8000-000000000001';
export const secretPicture = `/medien/profil/${stem}.webp`;

/** A published profile whose draft, earlier version, notes, unreleased voice and picture are secret. Returns how to remove it. */
export async function plantSecretProfile(pool: Pool): Promise<() => Promise<void>> {
	const [db, now] = [openDb(pool), new Date()];
	const organisationId = await ensureMunicipalityOrganisation({ db, now }, templin);
	await pool.query('delete from profiles where organisation_id = $1', [organisationId]);
	await db.insert(tables.profiles).values({ organisationId, createdAt: now, updatedAt: now });
	const file = { key: `profil/${stem}.webp`, contentType: 'image/webp', bytes: 10, width: 900, height: 600 };
	await db.insert(tables.profileFiles).values({ ...file, organisationId, createdAt: now });
	const part = (more: Pick<Part, 'kind' | 'data'> & Partial<Part>): Part => ({
		id: newId(),
		position: 1,
		file: null,
		releasedAt: null,
		...more
	});
	const quote = (text: string) => ({ text, name: text, function: text });
	const shown = [
		part({ kind: 'intro', data: { title: visible, text: visible } }),
		part({ kind: 'standing', data: { title: visible, text: visible } }),
		part({ kind: 'voice', data: quote(`${secret} ohne Freigabe`) }),
		part({ kind: 'voice', data: quote(visible), releasedAt: now })
	];
	const draft = [
		...shown,
		part({ kind: 'next', data: { title: `${secret} Vorhaben`, text: `${secret} noch nicht beschlossen` } }),
		part({ kind: 'picture', data: { alt: `${secret} Bild`, credit: `${secret} Fotografin` }, file })
	];
	await db.insert(tables.profileParts).values(
		draft.map(({ file: own, ...row }) => ({
			...row,
			organisationId,
			fileKey: own?.key ?? null,
			internalNote: `${secret} Notiz`,
			updatedAt: now
		}))
	);
	const early = [part({ kind: 'standing', data: { title: `${secret} früher`, text: `${secret} früher` } })];
	await db
		.insert(tables.profileVersions)
		.values(
			[early, shown].map((parts, i) => ({ id: newId(), organisationId, number: i + 1, parts, note: `${secret} neu`, publishedAt: now }))
		);
	await db.insert(tables.profilePages).values({ organisationId, number: 2, content: toProfilePage(shown), publishedAt: now });
	return async () => {
		await pool.query('delete from profiles where organisation_id = $1', [organisationId]);
	};
}
