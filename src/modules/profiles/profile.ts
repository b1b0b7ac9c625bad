import type { PartData, PartKind } from './parts.ts';

/** A file of a profile in the store. `key`: `profil/….webp`. */
export type ProfileFile = { key: string; contentType: string; bytes: number; width: number | null; height: number | null };

/** A part as it stands in the draft or stood in a version. `releasedAt`: since when a voice may be shown. */
export type Part<K extends PartKind = PartKind> = {
	id: string;
	kind: K;
	position: number;
	data: PartData<K>;
	file: ProfileFile | null;
	releasedAt: Date | null;
};
/** A part of the draft, with what is never public: how the release was given, and the count of its changes. */
export type DraftPart<K extends PartKind = PartKind> = Part<K> & {
	version: number;
	internalNote: string | null;
	updatedAt: Date;
	updatedBy: string | null;
};

export const isPart = <K extends PartKind, P extends Part>(part: P, kind: K): part is P & Part<K> => part.kind === kind;

type Shown = { id: string };
export type ShownPicture = Shown & { key: string; width: number; height: number; alt: string; caption: string | null; credit: string };
export type ShownRecording = Shown & {
	key: string;
	contentType: string;
	bytes: number;
	title: string;
	speakers: string | null;
	transcript: string;
};

/** Everything that the public may read of a profile: what `publishProfile` writes and public pages render. */
export type ProfilePage = {
	intro: { title: string; text: string } | null;
	districtCount: number | null;
	insek: { year: number | null; url: string | null } | null;
	cooperationSince: number | null;
	podcastUrl: string | null;
	facts: (Shown & { title: string; text: string | null })[];
	standing: (Shown & { title: string; text: string; picture: ShownPicture | null })[];
	next: (Shown & { title: string; text: string })[];
	projects: (Shown & { title: string; text: string; house: string | null; year: number | null; website: string | null })[];
	voices: (Shown & { text: string; name: string; function: string; photo: { key: string; width: number; height: number } | null })[];
	gallery: ShownPicture[];
	recordings: ShownRecording[];
	isDemo: boolean;
};

/** Where a file of a profile is read. */
export const fileAddress = (key: string): string => `/medien/profil/${key.replace(/^profil\//, '')}`;

/** Every file that a published page shows. */
export const filesOf = ({ gallery, voices, recordings, standing }: ProfilePage): string[] => [
	...new Set([
		...gallery.map(({ key }) => key),
		...standing.flatMap(({ picture }) => (picture ? [picture.key] : [])),
		...voices.flatMap(({ photo }) => (photo ? [photo.key] : [])),
		...recordings.map(({ key }) => key)
	])
];
