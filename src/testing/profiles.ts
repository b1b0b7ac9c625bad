import { newId } from '#lib/server/id.ts';
import type { PartData, PartKind } from '#modules/profiles/parts.ts';
import type { Part } from '#modules/profiles/profile.ts';
import { savePart } from '#modules/profiles/server/save-part.ts';
import type { Stage } from './access/access.ts';

export const part = <K extends PartKind>(kind: K, data: PartData<K>, position = 0): Part<K> => ({
	id: newId(),
	kind,
	position,
	data,
	file: null,
	releasedAt: null
});

const text = 'Wir gehen jeden ersten Freitag mit allen, die wollen, an dunklen Fenstern vorbei und schreiben auf, was uns auffällt.';

/** As little as a profile needs to appear. */
export const isReady = (): Part[] => [
	part('intro', { title: 'Eine Stadt probt', text }),
	part('standing', { title: 'Partizipation', text }, 0),
	part('standing', { title: 'Zwischennutzung', text }, 1),
	part('next', { title: 'Der Saal', text })
];

/** The draft of Angermünde with what it needs to appear, written by its clerk. Returns the ids in the order of `isReady`. */
export async function writeProfile({ as }: Pick<Stage, 'as'>): Promise<string[]> {
	const ids: string[] = [];
	for (const { kind, data } of isReady()) ids.push(await savePart(as('ines'), { slug: 'angermuende', kind, data }));
	return ids;
}

/** The bytes that a picture, a sound and something else begin with. */
export const smallPicture = async (): Promise<Uint8Array> =>
	(await import('sharp'))
		.default({ create: { width: 90, height: 60, channels: 3, background: '#c98f6b' } })
		.png()
		.toBuffer();
export const smallSound = (): Uint8Array => new Uint8Array(Buffer.from('ID3\u0004\u0000\u0000\u0000\u0000\u0000\u0000 und dann Musik'));
