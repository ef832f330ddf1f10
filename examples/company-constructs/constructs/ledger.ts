import { Construct } from "constructs";
import { Database, type Identity, type Network, type Within } from "terroir";
import { Archive } from "./archive.ts";

export interface LedgerProps {
  /** The private network in which it stands. */
  readonly network: Network;
  /**
   * For how long nobody can delete a closed year, in days.
   * @default 3653: ten years
   */
  readonly keepDays?: number;
}

/**
 * Acme's ledger: a database of three nodes, and an archive for the years that are closed. It is made of other constructs and typed by what it needs:
 * in a stack whose place sells no databases it does not compile.
 */
export class Ledger extends Construct {
  readonly database: Database;
  readonly archive: Archive;

  constructor(scope: Within<"bucket" | "database">, id: string, { network, keepDays = 3653 }: LedgerProps) {
    super(scope, id);
    this.database = new Database(this, "database", { engine: "postgresql", version: "17", nodes: 3, network, databases: ["ledger"] });
    this.archive = new Archive(this, "archive", { keepDays });
  }

  /** Lets a machine keep the books: use the database, and read what is closed. */
  grantBookkeeping(identity: Identity): void {
    this.database.grantConnect(identity);
    this.archive.grantRead(identity);
  }
}
