import { eq } from 'drizzle-orm';
import type { Pool } from 'pg';
import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import { stories, storyPages, storyTurns, storyVoices } from '#modules/stories/server/tables.ts';
import type { StoryPage } from '#modules/stories/story.ts';
import { tourFeedback, tourInterests, tours, tourStops } from '#modules/tours/server/tables.ts';
import { cast } from '../../src/testing/cast.ts';
import { secretViewing } from './secret-case.ts';
import { secret, visible } from './secrets.ts';

export const secretStory = 'geschichte-mit-geheimnis';
export const secretStoryPicture = '/geschichten/bilder/00000000-0000-7000-8000-0000000000ab.webp';

type Planted = { addresses: string[]; remove: () => Promise<void> };

/** The viewing of the planted case becomes a walk to every planted house, published or not, with words for each circle of readers, and what people said afterwards. */
async function plantTour(pool: Pool, propertyIds: string[]): Promise<string> {
	const [db, at] = [openDb(pool), new Date()];
	await db.insert(tours).values({ viewingId: secretViewing, guides: visible, lesson: `${secret} gelernt`, createdAt: at });
	const inside = {
		guestWords: `${secret} für Gäste`,
		internalNote: `${secret} Schlüssel`,
		askedWhom: `${secret} Erbin`,
		askedOn: '2026-11-02'
	};
	const rows = propertyIds.map((propertyId, position) => ({
		...{ id: newId(), viewingId: secretViewing, position, propertyId, minutes: 15, publicWords: visible, consent: 'granted' as const },
		...inside
	}));
	await db.insert(tourStops).values(rows);
	const stopId = rows[0]?.id ?? '';
	const said = { name: `${secret} Interessentin`, email: `${secret}@interesse.example`, text: `${secret} Vorhaben`, at };
	await db.insert(tourInterests).values({ id: newId(), stopId, ...said });
	await db
		.insert(tourFeedback)
		.values({ id: newId(), viewingId: secretViewing, personId: cast.jonas.id, rating: 'good', text: secret, at });
	return stopId;
}

const page: StoryPage = {
	...{ slug: secretStory, title: visible, lead: visible, text: visible, lesson: '', outcome: 'let', turns: [], voices: [], picture: null },
	...{ use: null, propertyType: 'unknown', place: null, isDemo: true, publishedAt: new Date().toISOString() },
	municipality: { name: 'Angermünde', slug: 'angermuende', state: 'Brandenburg' }
};

/** A story that is published, and written anew since, with everything that is not released yet; and a draft that nobody published. */
async function plantStories(pool: Pool): Promise<string[]> {
	const [db, at] = [openDb(pool), new Date()];
	const [town] = await db.select({ id: organisations.id }).from(organisations).where(eq(organisations.ags, '12073008'));
	const words = {
		title: `${secret} Titel`,
		lead: secret,
		text: `${secret} Entwurf`,
		lesson: secret,
		pictureAlt: secret,
		pictureCredit: secret
	};
	const told = { organisationId: town?.id ?? '', ags: '12073008', outcome: 'let', createdAt: at, updatedAt: at, ...words } as const;
	const [shown, draft] = [newId(), newId()];
	const pictureKey = secretStoryPicture.replace('/geschichten/bilder/', 'stories/');
	await db.insert(stories).values({ id: shown, slug: secretStory, state: 'published', ...told, pictureKey });
	await db.insert(stories).values({ id: draft, slug: `${secretStory}-2`, state: 'withdrawn', withdrawnAt: at, ...told });
	await db.insert(storyTurns).values({ id: newId(), storyId: shown, position: 1, hurdle: secret, solution: secret });
	const voice = { text: `${secret} Satz`, name: `${secret} Name`, role: secret, releasedHow: secret };
	await db.insert(storyVoices).values({ id: newId(), storyId: shown, ...voice });
	const facts = { slug: secretStory, ags: '12073008', stateCode: '12', propertyType: 'unknown' } as const;
	await db.insert(storyPages).values({ storyId: shown, ...facts, content: page, publishedAt: at });
	return [shown, draft];
}

export async function plantSecretTour(pool: Pool, propertyIds: string[]): Promise<Planted> {
	const stopId = await plantTour(pool, propertyIds);
	const ids = await plantStories(pool);
	return {
		addresses: [
			...[`/buero/spaziergaenge/${secretViewing}`, `/buero/spaziergaenge/${secretViewing}/ergebnis`, '/buero/spaziergaenge'],
			...[`/buero/spaziergaenge/${secretViewing}/blatt.pdf`, `/termine/${secretViewing}#halt-${stopId}`],
			...ids.flatMap((id) => [`/buero/geschichten/${id}`, `/buero/geschichten/${id}/vorschau`])
		],
		remove: async () => void (await pool.query('delete from stories where id = any($1)', [ids]))
	};
}
