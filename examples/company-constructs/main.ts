import { Identity, Network, SovereignApp, SovereignStack } from "terroir";
import { ovh } from "terroir/ovh";
import { Ledger, policy } from "./index.ts";

const app = new SovereignApp({ policy });
const books = new SovereignStack(app, "books", { at: ovh("GRA11"), owner: "finance" });

const network = new Network(books, "network");
const ledger = new Ledger(books, "ledger", { network });
ledger.grantBookkeeping(new Identity(books, "bookkeeper"));

app.synth();
