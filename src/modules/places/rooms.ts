/** The pages of one place in the account, as the last part of the address and what the tab says. */
export const rooms = {
	'': 'Übersicht',
	profil: 'Profil',
	bilder: 'Bilder',
	vorschau: 'Vorschau',
	bewerbung: 'Bewerbung',
	zahlen: 'Zahlen',
	austausch: 'Austausch'
} as const;
export type Room = keyof typeof rooms;

/** Which of them open for somebody; a door that would say no is not shown. */
export const openRooms = (may: { edit: boolean; seeApplication: boolean }): Room[] =>
	(Object.keys(rooms) as Room[]).filter((room) => {
		if (room === 'profil' || room === 'bilder') return may.edit;
		return room !== 'bewerbung' || may.seeApplication;
	});
