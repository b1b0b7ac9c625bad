-- What a new row writes is kept as plain values from here on; a list that was checked before is checked once more.
update imports set state = 'uploaded', report = null, progress = null where state in ('checking', 'checked', 'applying');
