export const USAGE = `usage: npm run --silent migrate -- --uri mongodb://host:27017/food_db [--dry-run]`;

export const HELP = `Takes over the data of the Python service: restaurants, users with their passwords, orders and reviews.

${USAGE}

  --uri URI          the database of the Python service; food_db where the URI names none. Without it MONGO_DATABASE_URL, as the
                     Python service has it
  --to URI           the database of restaurant-api. Without it MONGODB_URI, or else the embedded one in DATA_DIR. It may be the
                     same one: then what was there is kept in collections named legacy_...
  --dry-run          writes nothing, and reports what a run would do
  --report FILE      writes the whole report as JSON, too
  --currency INR     the currency of prices that name none
  --timezone ZONE    the time zone of the restaurants, Asia/Kolkata
  --status OLD=NEW   what a state of orders means here: --status shipped=out_for_delivery; may be given several times

Run it again at any time: what is there already is left alone, and a run that was stopped is completed.
Exit code 0, also where documents do not fit (they are listed and kept); 1 where it cannot run, 2 where it is called wrongly.
More: docs/migration.md`;
