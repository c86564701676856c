-- Where an imported series comes from: dataset, file, hash and the day it was read; empty for one made by hand.

ALTER TABLE series ADD COLUMN origin TEXT NOT NULL DEFAULT '';
