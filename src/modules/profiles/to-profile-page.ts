import type { PartData, PartKind } from './parts.ts';
import { isPart, type Part, type ProfilePage, type ShownPicture } from './profile.ts';

type Of<K extends PartKind, Out> = (data: PartData<K>, part: Part<K>) => Out;
function listOf<K extends PartKind, Out>(parts: readonly Part[], kind: K, shown: Of<K, Out>): Out[] {
	return parts
		.filter((part): part is Part<K> => isPart(part, kind))
		.sort((a, b) => a.position - b.position)
		.map((part) => shown(part.data, part));
}

function pictureOf({ alt, caption, credit }: PartData<'picture'>, { id, file }: Part): ShownPicture[] {
	return file?.width && file.height
		? [{ id, key: file.key, width: file.width, height: file.height, alt, caption: caption ?? null, credit }]
		: [];
}

/** What the public may read of a profile: an allow-list, field by field. Notes, and voices that nobody released, are not in it. */
export function toProfilePage(parts: readonly Part[], { isDemo = false }: { isDemo?: boolean } = {}): ProfilePage {
	const released = parts.filter((part) => part.kind !== 'voice' || part.releasedAt !== null);
	const gallery = listOf(parts, 'picture', pictureOf).flat();
	const [frame] = listOf(parts, 'frame', (data) => data);
	const { insekYear = null, insekUrl = null, districtCount = null, cooperationSince = null, podcastUrl = null } = frame ?? {};
	return {
		intro: listOf(parts, 'intro', ({ title, text }) => ({ title, text }))[0] ?? null,
		...{ districtCount, cooperationSince, podcastUrl, gallery, isDemo },
		insek: insekYear || insekUrl ? { year: insekYear, url: insekUrl } : null,
		facts: listOf(parts, 'fact', ({ title, text = null }, { id }) => ({ id, title, text })),
		standing: listOf(parts, 'standing', ({ title, text, picture }, { id }) => ({
			...{ id, title, text },
			picture: gallery.find((one) => one.id === picture) ?? null
		})),
		next: listOf(parts, 'next', ({ title, text }, { id }) => ({ id, title, text })),
		projects: listOf(parts, 'project', ({ title, text, house = null, year = null, website = null }, { id }) => ({
			...{ id, title, text, house, year, website }
		})),
		voices: listOf(released, 'voice', ({ text, name, function: task }, { id, file }) => ({
			...{ id, text, name, function: task },
			photo: file?.width && file.height ? { key: file.key, width: file.width, height: file.height } : null
		})),
		recordings: listOf(parts, 'recording', ({ title, speakers = null, transcript = '' }, { id, file }) =>
			file ? [{ id, key: file.key, contentType: file.contentType, bytes: file.bytes, title, speakers, transcript }] : []
		).flat()
	};
}
