"""The point set generation network after Fan, Su and Guibas (2017), small: picture (2, 64, 64) → 1,024 points (viewer's frame).

Encoder: five 3×3 convolutions of stride 2. Its last map gives a code; a fully connected branch turns the code into 512 free points, a
deconvolution branch (16 × 16 places of 2 points, fed by the encoder's maps on the way up) into 512 more.
"""

import torch
from torch import nn
from torch.nn import functional as F

CHANNELS = 2
WIDTHS = (48, 96, 160, 256, 320)
CODE = 512
FREE_POINTS = 512
DECODER_WIDTH = 64
NOISE = 16


def block(inputs, outputs, stride=1):
    """3×3 convolution, batch normalization, ReLU; padding 1."""
    return nn.Sequential(nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


def double(x):
    return F.interpolate(x, scale_factor=2, mode="nearest")


class Encoder(nn.Module):
    """(B, 2, 64, 64) → maps of 32², 16², 8², 4², 2² and the feature: f1's 512 outputs, the space of kin and doubt."""

    def __init__(self):
        super().__init__()
        widths = (CHANNELS, *WIDTHS)
        self.blocks = nn.ModuleList(block(widths[i], widths[i + 1], 2) for i in range(5))
        self.f1 = nn.Linear(WIDTHS[4] * 4, CODE)

    def forward(self, x):
        maps = []
        for layer in self.blocks:
            x = layer(x)
            maps.append(x)
        return maps, F.relu(self.f1(x.flatten(1)))


class Decoder(nn.Module):
    """Feature (and noise, if the head has any) and the encoder's maps → (B, 1024, 3): the free points first, then those of the map,
    plane by plane, row by row."""

    def __init__(self, noise=0):
        super().__init__()
        self.noise = noise
        width = DECODER_WIDTH
        self.f2 = nn.Linear(CODE + noise, CODE)
        self.f3 = nn.Linear(CODE, FREE_POINTS * 3)
        self.up0 = nn.Linear(CODE, width * 16)
        self.skip4 = nn.Conv2d(WIDTHS[3], width, 1)
        self.up4 = block(width, width)
        self.skip8 = nn.Conv2d(WIDTHS[2], width, 1)
        self.up8 = block(width, width)
        self.skip16 = nn.Conv2d(WIDTHS[1], width, 1)
        self.up16 = block(width, width)
        self.out = nn.Conv2d(width, 6, 3, 1, 1)

    def forward(self, maps, feature, noise=None):
        batch = feature.shape[0]
        code = F.relu(self.f2(feature if noise is None else torch.cat([feature, noise], 1)))
        free = self.f3(code).view(batch, FREE_POINTS, 3)
        y = self.up4(F.relu(self.up0(code).view(batch, DECODER_WIDTH, 4, 4) + self.skip4(maps[3])))
        y = self.up8(F.relu(double(y) + self.skip8(maps[2])))
        y = self.up16(F.relu(double(y) + self.skip16(maps[1])))
        # Channels: point 0's x, y, z, then point 1's; both points of all 256 places.
        grid = self.out(y).reshape(batch, 2, 3, 256).permute(0, 1, 3, 2).reshape(batch, 512, 3)
        return torch.cat([free, grid], 1)


class Net(nn.Module):
    """(B, 2, 64, 64), gray/255 and mask/255 → (B, 1024, 3)."""

    def __init__(self):
        super().__init__()
        self.encoder = Encoder()
        self.decoder = Decoder()
        self.frozen = False

    def freeze_encoder(self):
        """From here on only the decoder learns; the encoder's batch statistics stay as they are, too."""
        self.encoder.requires_grad_(False)
        self.frozen = True

    def train(self, mode=True):
        super().train(mode)
        if self.frozen:
            self.encoder.eval()
        return self

    def forward(self, x):
        return self.decoder(*self.encoder(x))

    def feature(self, x):
        return self.encoder(x)[1]


class Many(nn.Module):
    """The min-of-N head on a trained and frozen encoder: (B, 2, 64, 64) and noise (B, n, 16) → (B, n, 1024, 3)."""

    def __init__(self, net):
        super().__init__()
        self.encoder = net.encoder
        for parameter in self.encoder.parameters():
            parameter.requires_grad_(False)
        self.decoder = Decoder(NOISE)
        with torch.no_grad():
            start = {name: tensor.clone() for name, tensor in net.decoder.state_dict().items()}
            start["f2.weight"] = torch.cat([start["f2.weight"], 0.15 * torch.randn(CODE, NOISE)], 1)
            self.decoder.load_state_dict(start)

    def train(self, mode=True):
        super().train(mode)
        self.encoder.eval()
        return self

    def forward(self, x, noise):
        batch, n = noise.shape[0], noise.shape[1]
        with torch.no_grad():
            maps, feature = self.encoder(x)
            maps = [m if i in (1, 2, 3) else None for i, m in enumerate(maps)]
            maps = [None if m is None else m.repeat_interleave(n, 0) for m in maps]
            feature = feature.repeat_interleave(n, 0)
        answer = self.decoder(maps, feature, noise.reshape(batch * n, NOISE))
        return answer.view(batch, n, -1, 3)
