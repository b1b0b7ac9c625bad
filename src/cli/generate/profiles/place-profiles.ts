import { eq } from 'drizzle-orm';
import type { PoolClient } from 'pg';
import { openDb, type Db } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { storePicture } from '#lib/server/store-picture.ts';
import type { Store } from '#lib/server/store.ts';
import { districtTitle } from '#modules/organisations/municipality.ts';
import { ensureMunicipalityOrganisation } from '#modules/organisations/server/ensure-municipality-organisation.ts';
import { districts, organisations } from '#modules/organisations/server/tables.ts';
import { filesOf, type Part, type ProfileFile } from '#modules/profiles/profile.ts';
import * as tables from '#modules/profiles/server/tables.ts';
import { toProfilePage } from '#modules/profiles/to-profile-page.ts';
import { cast } from '#testing/cast.ts';
import { angermuendeProfile } from './angermuende.ts';
import type { DemoPart, DemoProfile } from './demo-profile.ts';
import { drawPicture, ringBells } from './draw-pictures.ts';
import { countyProfile, marktleuthenProfile, wunsiedelProfile } from './fichtelgebirge.ts';
import { herzbergProfile, neukirchenProfile } from './herzberg-neukirchen.ts';

export const demoProfiles: DemoProfile[] = [
	angermuendeProfile,
	herzbergProfile,
	neukirchenProfile,
	wunsiedelProfile,
	marktleuthenProfile,
	countyProfile
];

type Place = { db: Db; store: Store; now: Date };
const dayMs = 86_400_000;

async function countyOrganisation({ db, now }: Place, districtCode: string): Promise<string> {
	const [county] = await db.select().from(districts).where(eq(districts.code, districtCode));
	if (!county) throw new Error(`no district ${districtCode}`);
	const row = {
		slug: `kreis-${county.slug}`,
		kind: 'county' as const,
		name: districtTitle(county),
		districtCode,
		sector: 'local_authorities' as const
	};
	await db
		.insert(organisations)
		.values({ id: newId(), ...row, publishedAt: now, createdAt: now, updatedAt: now })
		.onConflictDoNothing();
	const [made] = await db.select({ id: organisations.id }).from(organisations).where(eq(organisations.districtCode, districtCode));
	return made?.id ?? '';
}

async function fileOf({ drawing, bells }: DemoPart, store: Store): Promise<ProfileFile | null> {
	if (drawing) {
		const { name: _, ...kept } = await storePicture(store, { folder: 'profil', name: 'demo.png', bytes: await drawPicture(drawing) });
		return kept;
	}
	if (!bells) return null;
	const bytes = ringBells();
	const key = `profil/${newId()}.wav`;
	await store.put(key, bytes, 'audio/wav');
	return { key, contentType: 'audio/wav', bytes: bytes.length, width: null, height: null };
}

/** Other words by the heading of their part. */
const reworded = (parts: Part[], words: Record<string, string> = {}): Part[] =>
	parts.map((part) => {
		const text = 'title' in part.data ? words[part.data.title] : undefined;
		return text === undefined ? part : ({ ...part, data: { ...part.data, text } } as Part);
	});

async function placeProfile(place: Place, told: DemoProfile): Promise<void> {
	const { db, store, now } = place;
	const organisationId =
		told.code.length === 8 ? await ensureMunicipalityOrganisation(place, told.code) : await countyOrganisation(place, told.code);
	const ago = (days: number) => new Date(now.getTime() - days * dayMs);
	const files = await Promise.all(told.parts.map((part) => fileOf(part, store)));
	const parts = told.parts.map(({ kind, data, released }, position): Part => ({
		...{ id: newId(), kind, position, data },
		file: files[position] ?? null,
		releasedAt: released ? ago(60) : null
	}));
	await db.insert(tables.profiles).values({ organisationId, isDemo: true, createdAt: ago(120), updatedAt: told.after ? now : ago(12) });
	const kept = files.flatMap((file) => (file ? [{ ...file, organisationId, createdAt: ago(60) }] : []));
	if (kept.length) await db.insert(tables.profileFiles).values(kept);
	const draft = reworded(parts, told.after);
	const notes = told.parts.map(({ note }) => note ?? null);
	await db.insert(tables.profileParts).values(
		draft.map(({ file, ...part }, i) => ({
			...part,
			organisationId,
			fileKey: file?.key ?? null,
			internalNote: notes[i],
			updatedAt: ago(12)
		}))
	);
	const shown = parts.filter(({ kind, releasedAt }) => kind !== 'voice' || releasedAt);
	const states = told.before ? [reworded(shown, told.before), shown] : [shown];
	const written = states.map((state, i) => ({
		...{ id: newId(), organisationId, number: i + 1, parts: state, publishedBy: cast.oskar.id },
		publishedAt: ago(i + 1 === states.length ? 12 : 90),
		note: i ? 'Leerstandspolitik ehrlicher erzählt' : null
	}));
	await db.insert(tables.profileVersions).values(written);
	const content = toProfilePage(shown, { isDemo: true });
	await db
		.insert(tables.profilePages)
		.values({ organisationId, number: states.length, content, files: filesOf(content), publishedAt: ago(12) });
}

/** Five municipalities and a county that tell their story, one of them with an earlier version and a newer draft. */
export async function placeProfiles(client: PoolClient, { store, now }: { store: Store; now: Date }): Promise<void> {
	const place = { db: openDb(client), store, now };
	for (const told of demoProfiles) await placeProfile(place, told);
}
