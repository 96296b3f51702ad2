# Keeps an MLP's weights along its training, for Koubai. In your script:
#   record = Recorder(model, criterion, x, y)      # the loss is of these samples, in eval mode
#   record(0); ...; record(step)                   # before the first update, then now and then
#   record.save("run.npz")                         # drop the file on the page
import json, numpy as np, torch

class Recorder:
    def __init__(self, model, criterion, x, y):
        self.model, self.criterion, self.x, self.y, self.rows = model, criterion, x, y, []

    @torch.no_grad()
    def __call__(self, step):
        training = self.model.training
        loss = self.criterion(self.model.eval()(self.x), self.y).item()
        self.model.train(training)
        self.rows.append({k: v.cpu().numpy().copy() for k, v in self.model.state_dict().items()} | {"step": step, "loss": loss})

    def save(self, path):
        layers = {k: repr(m) for k, m in self.model.named_modules(remove_duplicate=False) if not list(m.children())}
        arrays = {k: np.stack([row[k] for row in self.rows]) for k in self.rows[0]} | {"x": self.x.cpu().numpy(), "y": self.y.cpu().numpy()}
        texts = {"layers": json.dumps(layers), "criterion": repr(self.criterion)}
        np.savez_compressed(path, **arrays, **texts)  # or: safetensors.numpy.save_file(arrays, path, texts)
